import type { Key } from '../Key.ts';
import { hexOf, hmacSha256, sha256Hex } from './digests.ts';
import { canonicalQuery, compare, isoSeconds } from './encoding.ts';
import type { SignedRequest, Stamp } from './PlainRequest.ts';
import type { RpcRequest } from './rpcV1.ts';

const algorithm = 'ACS3-HMAC-SHA256';

/** Signs with Alibaba's version 3 (ACS3-HMAC-SHA256): headers carry the signature, a form the parameters. */
export function signRpcV3(request: RpcRequest, key: Key, stamp: Stamp): SignedRequest {
  const body = canonicalQuery(request.parameters);
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-acs-action': request.action,
    'x-acs-content-sha256': sha256Hex(body),
    'x-acs-date': isoSeconds(stamp.time),
    'x-acs-signature-nonce': stamp.nonce,
    'x-acs-version': request.version,
  };
  // The browser and curl send Host themselves.
  const signed = { host: new URL(request.origin).host, ...headers };
  const names = Object.keys(signed).sort(compare).join(';');
  const lines = Object.entries(signed).sort(([left], [right]) => compare(left, right)).map(([name, value]) => `${name}:${value}\n`).join('');
  const canonical = `POST\n/\n\n${lines}\n${names}\n${headers['x-acs-content-sha256']}`;
  const signedText = `${algorithm}\n${sha256Hex(canonical)}`;
  const signature = hexOf(hmacSha256(key.secret, signedText));
  return {
    method: 'POST',
    url: `${request.origin}/`,
    headers: { ...headers, authorization: `${algorithm} Credential=${key.id},SignedHeaders=${names},Signature=${signature}` },
    body,
    signedText: canonical,
  };
}
