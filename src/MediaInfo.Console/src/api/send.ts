import type { Answer } from './Answer.ts';
import { foreignSign, HeaderError, NoAnswerError } from './failures.ts';
import type { SignedRequest } from './signing/PlainRequest.ts';

/** Sends a signed request. Throws {@link NoAnswerError}, {@link HeaderError}, or what an aborted fetch throws. */
export async function send(request: SignedRequest, signal?: AbortSignal): Promise<Answer> {
  for (const [name, value] of Object.entries(request.headers)) {
    const sign = foreignSign(value);
    if (sign !== undefined) {
      throw new HeaderError(name, sign);
    }
  }
  return ask(request.url, {
    method: request.method,
    headers: request.headers,
    ...(request.body === undefined ? {} : { body: request.body }),
    ...(signal ? { signal } : {}),
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'manual',
  });
}

/** Fetches, and reads the answer to its end. */
export async function ask(url: string, how: RequestInit = {}): Promise<Answer> {
  const start = performance.now();
  try {
    const response = await fetch(url, how);
    const text = await response.text();
    return {
      status: response.status,
      headers: [...response.headers.entries()],
      text,
      json: jsonOf(text, response.headers.get('content-type') ?? ''),
      milliseconds: performance.now() - start,
    };
  } catch (error) {
    throw error instanceof TypeError ? new NoAnswerError(error) : error;
  }
}

function jsonOf(text: string, type: string): unknown {
  if (!/\bjson\b/i.test(type)) {
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
