import type { Key } from '../Key.ts';
import { hexOf, hmacSha256 } from './digests.ts';
import { compactTime, compare, encode, encodePath, queryText } from './encoding.ts';
import { headerLines, mnsHeaders } from './mnsHeaders.ts';
import type { PlainRequest, SignedRequest, Stamp } from './PlainRequest.ts';

const algorithm = 'MNS4-HMAC-SHA256';

/** Signs with Message Service's version 4 (MNS4-HMAC-SHA256). The service accepts any region. */
export function signMns4(request: PlainRequest, key: Key, stamp: Stamp, region = 'cn-hangzhou'): SignedRequest {
  const headers = mnsHeaders(request, stamp);
  const time = compactTime(stamp.time);
  const scope = [time.slice(0, 8), region, 'mns', 'aliyun_v4_request'];
  const query = request.query
    .map(([name, value]) => [encode(name.trim().toLowerCase()), value?.trim() ?? ''] as const)
    .sort(([left], [right]) => compare(left, right))
    .map(([name, value]) => (value === '' ? name : `${name}=${encode(value)}`))
    .join('&');
  const lines = headerLines(headers, (name) => name === 'content-type' || name === 'content-md5' || name.startsWith('x-mns-'));
  const signedText = [algorithm, time, scope.join('/'), request.method, encodePath(request.path), query, lines, ''].join('\n');
  const signing = scope.reduce<string | Uint8Array>((bytes, part) => hmacSha256(bytes, part), `aliyun_v4${key.secret}`);
  return {
    method: request.method,
    url: request.origin + encodePath(request.path) + queryText(request.query),
    headers: {
      ...headers,
      Authorization: `${algorithm} Credential=${key.id}/${scope.join('/')},Signature=${hexOf(hmacSha256(signing, signedText))}`,
    },
    ...(request.body === undefined ? {} : { body: request.body }),
    signedText,
  };
}
