import type { Key } from '../Key.ts';
import { hexOf, hmacSha256, sha256Hex } from './digests.ts';
import { canonicalQuery, compare, isoSeconds } from './encoding.ts';
import type { Pair, SignedRequest, Stamp } from './PlainRequest.ts';
import type { RpcRequest } from './rpcV1.ts';

const algorithm = 'ACS3-HMAC-SHA256';

/** What a signature of version 3 covers. */
export interface Acs3Parts {
  readonly query: readonly Pair[];
  /** With Host; names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The Authorization header of version 3, and the canonical request that it covers. */
export function acs3Authorization({ query, headers, body }: Acs3Parts, key: Key): { authorization: string; canonical: string } {
  const sorted = Object.entries(headers).sort(([left], [right]) => compare(left, right));
  const names = sorted.map(([name]) => name).join(';');
  const lines = sorted.map(([name, value]) => `${name}:${value.trim()}\n`).join('');
  const canonical = ['POST', '/', canonicalQuery(query), lines, names, sha256Hex(body)].join('\n');
  const signature = hexOf(hmacSha256(key.secret, `${algorithm}\n${sha256Hex(canonical)}`));
  return { authorization: `${algorithm} Credential=${key.id},SignedHeaders=${names},Signature=${signature}`, canonical };
}

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
  const host = new URL(request.origin).host;
  const { authorization, canonical } = acs3Authorization({ query: [], headers: { host, ...headers }, body }, key);
  return { method: 'POST', url: `${request.origin}/`, headers: { ...headers, authorization }, body, signedText: canonical };
}
