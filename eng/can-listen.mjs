import { createServer } from 'node:net';

/** Whether a port on the loopback address is free. Binding is more reliable than connecting: a busy server may not answer. */
export const canListen = (port) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => server.close(() => resolve(true)));
  });
