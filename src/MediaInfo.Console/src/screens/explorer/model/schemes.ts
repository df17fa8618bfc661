import type { Action, Protocol } from './Action.ts';

/** A way to sign. */
export type Scheme = 'v3' | 'v1' | 'sdk-hmac' | 'mns' | 'mns4';

const schemes: Readonly<Record<Protocol, readonly [Scheme, ...Scheme[]]>> = {
  rpc: ['v3', 'v1'],
  mpc: ['sdk-hmac'],
  mns: ['mns', 'mns4'],
};

/** The ways to sign a call of this action; the first is the usual one. */
export const schemesOf = (action: Action): readonly [Scheme, ...Scheme[]] => schemes[action.protocol];

export const schemeNames: Readonly<Record<Scheme, string>> = {
  v3: 'V3, ACS3-HMAC-SHA256',
  v1: 'V1.0, HMAC-SHA1',
  'sdk-hmac': 'SDK-HMAC-SHA256',
  mns: 'MNS, HMAC-SHA1',
  mns4: 'MNS4-HMAC-SHA256',
};
