import { isMembers, readJson, writeJson, type Json, type JsonObject } from '../../../api/json.ts';
import { sentParameters } from '../model/request.ts';
import type { Call } from './Call.ts';
import { truthOf, wholeOf } from './literals.ts';
import { sdkTypes, type SdkObject, type SdkType } from './sdkTypes.ts';

/** A value of a request's class, for any language. */
export type Term =
  | { readonly kind: 'string' | 'integer' | 'long' | 'boolean'; readonly text: string }
  | { readonly kind: 'object'; readonly className: string; readonly members: readonly Member[] };

export interface Member {
  readonly name: string;
  readonly term: Term;
}

/** The request object of an RPC action, as the vendor's SDKs have it. */
export function requestTerm(call: Call): Extract<Term, { kind: 'object' }> {
  const className = `${call.action.name}Request`;
  const types = sdkTypes[call.action.id] ?? {};
  const members = sentParameters(call.action, call.values, 'query').map(([name, text]) => ({
    name, term: termOf(text, types[name] ?? 'string', className + name),
  }));
  return { kind: 'object', className, members };
}

/** A value as the SDKs type it. What does not fit its type stays a text: the form says what is wrong with it. */
export function termOf(value: Json, type: SdkType | 'string', className: string): Term {
  const text = typeof value === 'string' ? value : writeJson(value);
  if (typeof type === 'object') {
    const object = typeof value === 'string' ? jsonOf(value) : value;
    return isMembers(object) ? { kind: 'object', className, members: membersOf(object, type, className) } : { kind: 'string', text };
  }
  const written = type === 'boolean' ? truthOf(text) : type === 'string' ? text : wholeOf(text, type === 'long' ? 64 : 32);
  return written === undefined ? { kind: 'string', text } : { kind: type, text: written };
}

/** The members of an object that its class has. */
const membersOf = (object: JsonObject, types: SdkObject, className: string): Member[] =>
  Object.entries(object)
    .filter(([name, inner]) => Object.hasOwn(types, name) && inner !== null)
    .map(([name, inner]) => ({ name, term: termOf(inner, types[name] ?? 'string', className + name) }));

function jsonOf(text: string): Json | undefined {
  try {
    return readJson(text);
  } catch {
    return undefined;
  }
}
