import { wellFormed } from '../wellFormed.ts';

/** Percent-encoding of RFC 3986: only letters, digits and "-._~" stay. */
export const encode = (text: string): string =>
  encodeURIComponent(wellFormed(text)).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** A path with each of its segments encoded. */
export const encodePath = (path: string): string => path.split('/').map(encode).join('/');

/** By code units, as every scheme here sorts. */
export const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Pairs encoded, sorted by name and then by value, and joined. */
export function canonicalQuery(pairs: readonly (readonly [string, string | null])[]): string {
  return pairs
    .map(([name, value]) => [encode(name), encode(value ?? '')] as const)
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** A query as it is sent, with its "?"; empty for none. A null value is a name without "=". */
export function queryText(pairs: readonly (readonly [string, string | null])[]): string {
  const text = pairs.map(([name, value]) => (value === null ? encode(name) : `${encode(name)}=${encode(value)}`)).join('&');
  return text === '' ? '' : `?${text}`;
}

/** 2024-02-29T12:00:00Z */
export const isoSeconds = (time: Date): string => `${time.toISOString().slice(0, 19)}Z`;

/** 20240229T120000Z */
export const compactTime = (time: Date): string => isoSeconds(time).replace(/[-:]/g, '');
