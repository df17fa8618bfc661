import { headerOf, type Answer } from './Answer.ts';
import { isMembers } from './json.ts';
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

  /** Whether this service wrote the answer: every error of its APIs has a code. What a proxy answers has none. */
  get isOwn(): boolean {
    return this.code !== '';
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
  const json = isMembers(answer.json) ? answer.json : {};
  // RPC, MPC and MNS have their own names for the same parts.
  const partOf = (...names: string[]): string | undefined =>
    names.map((name) => textOf(json[name]) ?? elementOf(answer.text, name)).find((text) => text !== undefined);
  return {
    code: partOf('Code', 'error_code') ?? '',
    message: partOf('Message', 'error_msg') ?? excerptOf(answer),
    requestId: partOf('RequestId')
      ?? headerOf(answer, 'x-acs-request-id') ?? headerOf(answer, 'x-mns-request-id') ?? headerOf(answer, 'x-request-id'),
  };
}

/** What a page of a proxy has as its title, or the first words of another answer. */
function excerptOf({ status, text }: Answer): string {
  const words = /<title[^>]*>([^<]*)/i.exec(text)?.[1] ?? (/^\s*</.test(text) ? '' : text);
  const short = words.replace(/\s+/g, ' ').trim().slice(0, longest);
  return short === '' ? `HTTP ${status}` : short;
}

const longest = 300;

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function elementOf(text: string, name: string): string | undefined {
  if (!text.startsWith('<')) {
    return undefined;
  }
  const root = parseXml(text);
  return root && findXml(root, name)?.text;
}
