import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';

/** A test's HTTP server on the loopback address. It keeps the requests; `answer(request, response)` ends each one. */
export async function listen(answer = (request, response) => response.writeHead(200).end(), { tls, host = '127.0.0.1' } = {}) {
  const received = [];
  const handle = async (request, response) => {
    const chunks = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const { method, url, headers } = request;
    received.push({ method, url, headers, body: Buffer.concat(chunks).toString('utf8') });
    answer(received.at(-1), response, received.length);
  };
  const server = tls ? createTlsServer(tls, handle) : createServer(handle);
  let failedHandshakes = 0;
  server.on('tlsClientError', () => failedHandshakes++);
  let connections = 0;
  server.on('connection', () => connections++);
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, host, resolve));
  const { port } = server.address();
  return {
    port,
    received,
    connections: () => connections,
    failedHandshakes: () => failedHandshakes,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
