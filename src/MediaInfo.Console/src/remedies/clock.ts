import { headerOf } from '../api/Answer.ts';
import type { ApiError } from '../api/ApiError.ts';

/** Less is no reason to refuse a signature: the service allows fifteen minutes. */
const leastSeconds = 600;

/** By how many seconds this computer's clock is ahead of the service's, if an answer just came and they are far apart. */
export function clockSkew(error: ApiError, now: number): number | undefined {
  const served = Date.parse(headerOf(error.answer, 'date') ?? '');
  const seconds = Math.round((now - served) / 1000);
  return Math.abs(seconds) >= leastSeconds ? seconds : undefined;
}
