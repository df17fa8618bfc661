import { bodyOf, sentParameters } from '../model/request.ts';
import type { Call } from './Call.ts';
import { wholeOf } from './literals.ts';
import type { SdkObject } from './sdkTypes.ts';
import { termOf, type Member } from './Term.ts';

/** Where the vendor's own examples take the key from. */
export const keyId = 'HUAWEICLOUD_SDK_AK';
export const keySecret = 'HUAWEICLOUD_SDK_SK';

const objectOf = { bucket: 'string', location: 'string', object: 'string' } as const;
const bodyTypes: SdkObject = { input: objectOf, output: objectOf, user_data: 'string', sync: 'integer' };

/** The body, with the members that the SDKs have. */
export function bodyMembers(call: Call): readonly Member[] {
  const body = termOf(bodyOf(call.action, call.values) ?? '{}', bodyTypes, 'body');
  // The form says what is wrong with a body that is no object.
  return body.kind === 'object' ? body.members : [];
}

export const hasBody = (call: Call): boolean => call.action.body !== undefined;

export const project = (call: Call): string => call.values.parameters.project_id ?? '';

/** How a language writes the parts of a request. */
export interface Style {
  readonly text: (text: string) => string;
  readonly list: (texts: readonly string[]) => string;
  readonly status: (text: string) => string;
  readonly number: (text: string) => string;
}

/** The parameters of the query as the SDKs type them. */
export function queryOf(call: Call, style: Style): (readonly [name: string, code: string])[] {
  return sentParameters(call.action, call.values, 'query').map(([name, text]) => {
    const number = name === 'page' || name === 'size' ? wholeOf(text, 32) : undefined;
    return [
      name,
      call.action.name === 'ListExtractTask' && name === 'task_id' ? style.list(text.split(',').map(style.text))
        : name === 'status' && /^[A-Z]+$/.test(text) ? style.status(text)
        : number === undefined ? style.text(text) : style.number(number),
    ];
  });
}
