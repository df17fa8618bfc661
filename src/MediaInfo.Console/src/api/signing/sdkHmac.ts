import type { Key } from '../Key.ts';
import { hexOf, hmacSha256, sha256Hex } from './digests.ts';
import { canonicalQuery, compactTime, compare, encodePath, queryText } from './encoding.ts';
import type { PlainRequest, SignedRequest, Stamp } from './PlainRequest.ts';

const algorithm = 'SDK-HMAC-SHA256';

/** Signs as Huawei's SDKs do (SDK-HMAC-SHA256): every header of the request, the host and the time. */
export function signSdkHmac(request: PlainRequest, key: Key, stamp: Stamp): SignedRequest {
  const date = compactTime(stamp.time);
  const path = encodePath(request.path);
  const headers = { ...request.headers, 'X-Sdk-Date': date };
  const signed = Object.entries({ ...headers, Host: new URL(request.origin).host })
    .map(([name, value]) => [name.toLowerCase(), value.trim()] as const)
    .sort(([left], [right]) => compare(left, right));
  const names = signed.map(([name]) => name).join(';');
  const canonical = [
    request.method,
    path.endsWith('/') ? path : `${path}/`,
    canonicalQuery(request.query),
    signed.map(([name, value]) => `${name}:${value}\n`).join(''),
    names,
    sha256Hex(request.body ?? ''),
  ].join('\n');
  const signature = hexOf(hmacSha256(key.secret, `${algorithm}\n${date}\n${sha256Hex(canonical)}`));
  return {
    method: request.method,
    url: request.origin + path + queryText(request.query),
    headers: { ...headers, Authorization: `${algorithm} Access=${key.id}, SignedHeaders=${names}, Signature=${signature}` },
    ...(request.body === undefined ? {} : { body: request.body }),
    signedText: canonical,
  };
}
