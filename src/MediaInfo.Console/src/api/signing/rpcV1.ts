import type { Key } from '../Key.ts';
import { base64, hmacSha1 } from './digests.ts';
import { canonicalQuery, encode, isoSeconds } from './encoding.ts';
import type { Pair, SignedRequest, Stamp } from './PlainRequest.ts';

/** A call of one of the RPC APIs. */
export interface RpcRequest {
  readonly origin: string;
  readonly action: string;
  readonly version: string;
  readonly parameters: readonly Pair[];
}

/** Signs with Alibaba's version 1.0 (HMAC-SHA1): everything is a parameter, the signature too. */
export function signRpcV1(request: RpcRequest, key: Key, stamp: Stamp): SignedRequest {
  const pairs: Pair[] = [
    ['AccessKeyId', key.id],
    ['Action', request.action],
    ['Format', 'JSON'],
    ['SignatureMethod', 'HMAC-SHA1'],
    ['SignatureNonce', stamp.nonce],
    ['SignatureVersion', '1.0'],
    ['Timestamp', isoSeconds(stamp.time)],
    ['Version', request.version],
    ...request.parameters,
  ];
  const signedText = `POST&%2F&${encode(canonicalQuery(pairs))}`;
  const signature = base64(hmacSha1(`${key.secret}&`, signedText));
  return {
    method: 'POST',
    url: `${request.origin}/`,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: canonicalQuery([...pairs, ['Signature', signature]]),
    signedText,
  };
}
