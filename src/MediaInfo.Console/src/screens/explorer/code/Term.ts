import { sentParameters } from '../model/request.ts';
import type { Call } from './Call.ts';
import { sdkTypes, type SdkType } from './sdkTypes.ts';

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

function termOf(value: unknown, type: SdkType | 'string', className: string): Term {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (typeof type === 'object') {
    const object = typeof value === 'string' ? objectOf(value) : value;
    if (typeof object === 'object' && object !== null) {
      const members = Object.entries(object)
        .filter(([name]) => name in type)
        .map(([name, inner]) => ({ name, term: termOf(inner, type[name] ?? 'string', className + name) }));
      return { kind: 'object', className, members };
    }
    return { kind: 'string', text };
  }
  const fits = type === 'boolean' ? /^(true|false)$/i.test(text) : type === 'string' || /^-?\d+$/.test(text);
  return { kind: fits ? type : 'string', text };
}

function objectOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
