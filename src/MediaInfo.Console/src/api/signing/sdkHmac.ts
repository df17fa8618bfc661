import type { Key } from '../Key.ts';
import { hexOf, hmacSha256, sha256Hex } from './digests.ts';
import { canonicalQuery, compactTime, encodePath, queryText } from './encoding.ts';
import type { PlainRequest, SignedRequest, Stamp } from './PlainRequest.ts';

const algorithm = 'SDK-HMAC-SHA256';

/** Signs as Huawei's SDKs do (SDK-HMAC-SHA256). */
export function signSdkHmac(request: PlainRequest, key: Key, stamp: Stamp): SignedRequest {
  const date = compactTime(stamp.time);
  const path = encodePath(request.path);
  const type = Object.entries(request.headers).find(([name]) => name.toLowerCase() === 'content-type');
  const signed: Record<string, string> = {
    ...(type ? { 'content-type': type[1] } : {}),
    host: new URL(request.origin).host,
    'x-sdk-date': date,
  };
  const names = Object.keys(signed).join(';');
  const lines = Object.entries(signed).map(([name, value]) => `${name}:${value}\n`).join('');
  const canonical = [
    request.method, path.endsWith('/') ? path : `${path}/`, canonicalQuery(request.query), lines, names, sha256Hex(request.body ?? ''),
  ].join('\n');
  const signature = hexOf(hmacSha256(key.secret, `${algorithm}\n${date}\n${sha256Hex(canonical)}`));
  return {
    method: request.method,
    url: request.origin + path + queryText(request.query),
    headers: {
      ...request.headers,
      'X-Sdk-Date': date,
      Authorization: `${algorithm} Access=${key.id}, SignedHeaders=${names}, Signature=${signature}`,
    },
    ...(request.body === undefined ? {} : { body: request.body }),
    signedText: canonical,
  };
}
