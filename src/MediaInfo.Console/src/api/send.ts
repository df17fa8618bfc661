import type { Answer } from './Answer.ts';
import type { SignedRequest } from './signing/PlainRequest.ts';

/** Sends a signed request. Throws what fetch throws if there is no answer. */
export async function send(request: SignedRequest, signal?: AbortSignal): Promise<Answer> {
  const start = performance.now();
  const response = await fetch(request.url, {
    method: request.method,
    headers: request.headers,
    ...(request.body === undefined ? {} : { body: request.body }),
    ...(signal ? { signal } : {}),
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'manual',
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: [...response.headers.entries()],
    text,
    json: jsonOf(text, response.headers.get('content-type') ?? ''),
    milliseconds: performance.now() - start,
  };
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
