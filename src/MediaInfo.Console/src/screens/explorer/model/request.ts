import type { Key } from '../../../api/Key.ts';
import { signMns } from '../../../api/signing/mns.ts';
import { signMns4 } from '../../../api/signing/mns4.ts';
import type { Pair, PlainRequest, SignedRequest, Stamp } from '../../../api/signing/PlainRequest.ts';
import { signRpcV1 } from '../../../api/signing/rpcV1.ts';
import { signRpcV3 } from '../../../api/signing/rpcV3.ts';
import { signSdkHmac } from '../../../api/signing/sdkHmac.ts';
import type { Action, Parameter } from './Action.ts';
import { linesOf, type Values } from './values.ts';

/** The parameters that a call sends, named as they are sent. */
export function sentParameters(action: Action, values: Values, where: Parameter['where']): Pair[] {
  return action.parameters
    .filter((parameter) => parameter.where === where)
    .flatMap((parameter): Pair[] => {
      const text = values.parameters[parameter.name] ?? '';
      if (text === '') {
        return [];
      }
      return parameter.isFlat
        ? linesOf(text).map((line, index) => [`${parameter.name}.${index + 1}`, line])
        : [[parameter.name, text]];
    });
}

/** The path with its parameters in place, not encoded. */
export const pathOf = (action: Action, values: Values): string =>
  action.path.replace(/\{(\w+)\}/g, (_, name: string) => values.parameters[name] ?? '');

/** The body without the line breaks that the form has for its reader; undefined for none. */
export const bodyOf = (action: Action, values: Values): string | undefined =>
  action.body && values.body.trim() !== '' ? values.body.trim() : undefined;

/** The request that the values stand for, signed. */
export function signedRequest(action: Action, values: Values, origin: string, key: Key, stamp: Stamp): SignedRequest {
  if (action.protocol === 'rpc') {
    const call = { origin, action: action.name, version: action.version, parameters: sentParameters(action, values, 'query') };
    return values.scheme === 'v1' ? signRpcV1(call, key, stamp) : signRpcV3(call, key, stamp);
  }
  const body = bodyOf(action, values);
  const plain: PlainRequest = {
    method: action.method,
    origin,
    path: pathOf(action, values),
    query: [...Object.entries(action.query), ...sentParameters(action, values, 'query')],
    headers: {
      ...(action.protocol === 'mpc' && body !== undefined ? { 'Content-Type': 'application/json' } : {}),
      ...Object.fromEntries(sentParameters(action, values, 'header')),
    },
    ...(body === undefined ? {} : { body }),
  };
  return values.scheme === 'sdk-hmac' ? signSdkHmac(plain, key, stamp)
    : values.scheme === 'mns4' ? signMns4(plain, key, stamp)
    : signMns(plain, key, stamp);
}
