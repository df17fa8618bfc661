import type { Key } from '../Key.ts';
import { base64, hmacSha1 } from './digests.ts';
import { encodePath, queryText } from './encoding.ts';
import { headerLines, mnsHeaders } from './mnsHeaders.ts';
import type { PlainRequest, SignedRequest, Stamp } from './PlainRequest.ts';

/** Signs as Message Service's clients do (HMAC-SHA1). */
export function signMns(request: PlainRequest, key: Key, stamp: Stamp): SignedRequest {
  const headers = mnsHeaders(request, stamp);
  const resource = encodePath(request.path) + queryText(request.query);
  const signedText = [
    request.method,
    headers['Content-MD5'] ?? '',
    headers['Content-Type'] ?? '',
    headers['x-mns-date'] ?? '',
    headerLines(headers, (name) => name.startsWith('x-mns-')) + resource,
  ].join('\n');
  return {
    method: request.method,
    url: request.origin + resource,
    headers: { ...headers, Authorization: `MNS ${key.id}:${base64(hmacSha1(key.secret, signedText))}` },
    ...(request.body === undefined ? {} : { body: request.body }),
    signedText,
  };
}
