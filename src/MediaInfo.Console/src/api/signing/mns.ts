import type { Key } from '../Key.ts';
import { base64, hmacSha1 } from './digests.ts';
import { encodePath, queryText } from './encoding.ts';
import { headerLines, headerOf, mnsHeaders, type Headers } from './mnsHeaders.ts';
import type { PlainRequest, SignedRequest, Stamp } from './PlainRequest.ts';

/** The signature by HMAC-SHA1 and the text that it covers. The resource is the path with the query, as sent. */
export function mnsSignature(method: string, date: string, headers: Headers, resource: string, secret: string) {
  const signedText = [
    method,
    headerOf(headers, 'content-md5'),
    headerOf(headers, 'content-type'),
    date,
    headerLines(headers, (name) => name.startsWith('x-mns-')) + resource,
  ].join('\n');
  return { signature: base64(hmacSha1(secret, signedText)), signedText };
}

/** Signs as Message Service's clients do (HMAC-SHA1). */
export function signMns(request: PlainRequest, key: Key, stamp: Stamp): SignedRequest {
  const headers = mnsHeaders(request, stamp);
  const resource = encodePath(request.path) + queryText(request.query);
  const { signature, signedText } = mnsSignature(request.method, headers['x-mns-date'], headers, resource, key.secret);
  return {
    method: request.method,
    url: request.origin + resource,
    headers: { ...headers, Authorization: `MNS ${key.id}:${signature}` },
    ...(request.body === undefined ? {} : { body: request.body }),
    signedText,
  };
}
