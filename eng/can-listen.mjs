import { createServer } from 'node:net';

/** Whether a port of the loopback address is free; asking the system beats connecting, which a busy peer may not answer. */
export const canListen = (port) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => server.close(() => resolve(true)));
  });
