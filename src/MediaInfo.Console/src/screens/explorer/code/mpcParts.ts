import { bodyOf, sentParameters } from '../model/request.ts';
import type { Call } from './Call.ts';

/** Where the vendor's own examples take the key from. */
export const keyId = 'HUAWEICLOUD_SDK_AK';
export const keySecret = 'HUAWEICLOUD_SDK_SK';

/** The members of the body that the SDKs have, each with its value. */
export type Members = readonly (readonly [name: string, value: unknown])[];

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

export function bodyMembers(call: Call): Members {
  try {
    const value: unknown = JSON.parse(bodyOf(call.action, call.values) ?? '{}');
    return isObject(value) ? Object.entries(value) : [];
  } catch {
    // The form says what is wrong with it.
    return [];
  }
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
  return sentParameters(call.action, call.values, 'query').map(([name, text]) => [
    name,
    call.action.name === 'ListExtractTask' && name === 'task_id' ? style.list(text.split(',').map(style.text))
      : name === 'status' ? style.status(text)
      : /^\d+$/.test(text) && (name === 'page' || name === 'size') ? style.number(text)
      : style.text(text),
  ]);
}
