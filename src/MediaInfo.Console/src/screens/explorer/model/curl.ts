import type { SignedRequest } from '../../../api/signing/PlainRequest.ts';

const quoted = (text: string): string => `'${text.replaceAll('\'', '\'\\\'\'')}'`;

/**
 * The request as a command. It works for fifteen minutes, and where a nonce is signed, once. Unlike --data-binary, --data-raw takes
 * no body for the name of a file.
 */
export function curlOf(request: SignedRequest): string {
  return [
    `curl -i -X ${request.method} ${quoted(request.url)}`,
    ...Object.entries(request.headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(request.body === undefined ? [] : [`--data-raw ${quoted(request.body)}`]),
  ].join(' \\\n  ');
}
