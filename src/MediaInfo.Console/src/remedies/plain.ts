import type { ApiError } from '../api/ApiError.ts';
import type { TextKey } from '../i18n/t.ts';

/** What happened to somebody who signs in or clicks, in words for them: the catalogues speak to programmers. */
export type Plain = 'unknownKey' | 'wrongSecret' | 'clock' | 'clockBy' | 'permission' | 'throttled' | 'unavailable';

const kinds: readonly (readonly [RegExp, Plain])[] = [
  [/^InvalidAccessKeyId/, 'unknownKey'],
  [/^SignatureDoesNotMatch$/, 'wrongSecret'],
  [/^InvalidTimeStamp\.Expired$/, 'clock'],
  [/^Forbidden\.RAM$/, 'permission'],
  [/^(Throttling\.User|QpsLimitExceeded|APIGW\.0308)$/, 'throttled'],
  [/^(ServiceUnavailable|InternalServerError)$/, 'unavailable'],
];

/** undefined for an error that only the catalogue explains. */
export const plainOf = (error: ApiError): Plain | undefined =>
  error.code === 'TimeExpired' && error.answer.text.includes('you sent is expired') ? 'clock'
  : kinds.find(([code]) => code.test(error.code))?.[1];

export const whatOf = (plain: Plain): TextKey => `remedy.${plain}.what`;

export const doOf = (plain: Plain): TextKey => `remedy.${plain}.do`;
