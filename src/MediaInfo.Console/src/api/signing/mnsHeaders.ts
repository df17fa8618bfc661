import { base64, bytesOf, md5Hex } from './digests.ts';
import { compare } from './encoding.ts';
import type { PlainRequest, Stamp } from './PlainRequest.ts';

export type Headers = Readonly<Record<string, string>>;

/** The version of the protocol that the service speaks. */
export const mnsVersion = '2015-06-06';

/** The headers of a request to Message Service, without the signature. A browser may not set Date, so x-mns-date has the time. */
export function mnsHeaders(request: PlainRequest, stamp: Stamp): Headers & { readonly 'x-mns-date': string } {
  const { body } = request;
  return {
    ...(body ? { 'Content-MD5': base64(bytesOf(md5Hex(body))), 'Content-Type': 'text/xml;charset=utf-8' } : {}),
    'x-mns-version': mnsVersion,
    ...request.headers,
    'x-mns-date': stamp.time.toUTCString(),
  };
}

/** The value of a header whose name is given in lower case; empty if there is none. */
export const headerOf = (headers: Headers, wanted: string): string =>
  Object.entries(headers).find(([name]) => name.toLowerCase() === wanted)?.[1] ?? '';

/** Lines of those headers that fit, with names in lower case, sorted. */
export function headerLines(headers: Headers, fits: (name: string) => boolean): string {
  return Object.entries(headers)
    .map(([name, value]) => [name.toLowerCase(), value.trim()] as const)
    .filter(([name]) => fits(name))
    .sort(([left], [right]) => compare(left, right))
    .map(([name, value]) => `${name}:${value}\n`)
    .join('');
}
