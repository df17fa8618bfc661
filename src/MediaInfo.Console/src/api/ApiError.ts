import { headerOf, type Answer } from './Answer.ts';
import { findXml, parseXml } from './xml.ts';

/** An answer that says what went wrong. */
export class ApiError extends Error {
  readonly status: number;
  /** The vendor's code, such as "InvalidParameter"; empty if the answer has none. */
  readonly code: string;
  readonly requestId: string | undefined;
  readonly answer: Answer;
  /** The action that was called, such as "UpdatePipeline"; undefined where the path says it. */
  readonly action: string | undefined;

  constructor(answer: Answer, action?: string) {
    const { code, message, requestId } = partsOf(answer);
    super(message);
    this.name = 'ApiError';
    this.status = answer.status;
    this.code = code;
    this.requestId = requestId;
    this.answer = answer;
    this.action = action;
  }

  /** Whether the signature was accepted, but the key may not do this. */
  get isForbidden(): boolean {
    return /^(Forbidden|NoPermission|AccessDenied)/.test(this.code);
  }
}

interface Parts {
  readonly code: string;
  readonly message: string;
  readonly requestId: string | undefined;
}

function partsOf(answer: Answer): Parts {
  const id = headerOf(answer, 'x-acs-request-id') ?? headerOf(answer, 'x-mns-request-id') ?? headerOf(answer, 'x-request-id');
  if (answer.json !== undefined) {
    const json = answer.json as Readonly<Record<string, unknown>>;
    // RPC and MPC have their own names for the same two members.
    return {
      code: textOf(json.Code) ?? textOf(json.error_code) ?? '',
      message: textOf(json.Message) ?? textOf(json.error_msg) ?? answer.text,
      requestId: textOf(json.RequestId) ?? id,
    };
  }
  return {
    code: elementOf(answer.text, 'Code') ?? '',
    message: elementOf(answer.text, 'Message') ?? (answer.text === '' ? `HTTP ${answer.status}` : answer.text.slice(0, 500)),
    requestId: elementOf(answer.text, 'RequestId') ?? id,
  };
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function elementOf(text: string, name: string): string | undefined {
  if (!text.startsWith('<')) {
    return undefined;
  }
  const root = parseXml(text);
  return root && findXml(root, name)?.text;
}
