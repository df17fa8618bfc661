import type { Key } from '../Key.ts';
import { hexOf, hmacSha256 } from './digests.ts';
import { compactTime, compare, encode, encodePath, queryText } from './encoding.ts';
import { headerLines, mnsHeaders, type Headers } from './mnsHeaders.ts';
import type { PlainRequest, SignedRequest, Stamp } from './PlainRequest.ts';

const algorithm = 'MNS4-HMAC-SHA256';

/** What a signature of version 4 covers. */
export interface Mns4Parts {
  readonly method: string;
  /** Not encoded. */
  readonly path: string;
  readonly query: PlainRequest['query'];
  readonly headers: Headers;
  readonly time: Date;
  readonly region: string;
}

/** The signature of version 4, its scope and the text that it covers. */
export function mns4Signature(parts: Mns4Parts, secret: string) {
  const time = compactTime(parts.time);
  const scope = [time.slice(0, 8), parts.region, 'mns', 'aliyun_v4_request'];
  const query = parts.query
    .map(([name, value]) => [encode(name.trim().toLowerCase()), value?.trim() ?? ''] as const)
    .sort(([left], [right]) => compare(left, right))
    .map(([name, value]) => (value === '' ? name : `${name}=${encode(value)}`))
    .join('&');
  const lines = headerLines(parts.headers, (name) => name === 'content-type' || name === 'content-md5' || name.startsWith('x-mns-'));
  const signedText = [algorithm, time, scope.join('/'), parts.method, encodePath(parts.path), query, lines, ''].join('\n');
  const key = scope.reduce<string | Uint8Array>((bytes, part) => hmacSha256(bytes, part), `aliyun_v4${secret}`);
  return { signature: hexOf(hmacSha256(key, signedText)), scope: scope.join('/'), signedText };
}

/** Signs with Message Service's version 4 (MNS4-HMAC-SHA256). The service accepts any region. */
export function signMns4(request: PlainRequest, key: Key, stamp: Stamp, region = 'cn-hangzhou'): SignedRequest {
  const headers = mnsHeaders(request, stamp);
  const { method, path, query } = request;
  const { signature, scope, signedText } = mns4Signature({ method, path, query, headers, time: stamp.time, region }, key.secret);
  return {
    method,
    url: request.origin + encodePath(path) + queryText(query),
    headers: { ...headers, Authorization: `${algorithm} Credential=${key.id}/${scope},Signature=${signature}` },
    ...(request.body === undefined ? {} : { body: request.body }),
    signedText,
  };
}
