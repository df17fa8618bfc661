/** Every way to sign. */
export { signMns, mnsSignature } from './mns.ts';
export { signMns4, mns4Signature } from './mns4.ts';
export { newStamp } from './PlainRequest.ts';
export { signRpcV1 } from './rpcV1.ts';
export { acs3Authorization, signRpcV3 } from './rpcV3.ts';
export { signSdkHmac } from './sdkHmac.ts';
