import { once } from 'node:events';
import { connect } from 'node:net';

/** One connection for one request at a time. It costs the machine less than a full HTTP client. */
export class Connection {
  static async to(endpoint) {
    const { hostname, port } = new URL(endpoint);
    const socket = connect({ host: hostname, port, noDelay: true });
    await once(socket, 'connect');
    return new Connection(socket, `${hostname}:${port}`);
  }

  constructor(socket, host) {
    this.socket = socket;
    this.host = host;
    this.received = Buffer.alloc(0);
    socket.on('data', (chunk) => this.#take(chunk));
    socket.on('close', () => {
      this.isClosed = true;
      this.answered?.reject(new Error('The connection was closed'));
    });
  }

  /** The status and body of a GET. */
  get(target) {
    return new Promise((resolve, reject) => {
      if (this.isClosed) {
        reject(new Error('The connection was closed'));
        return;
      }
      this.answered = { resolve, reject };
      this.socket.write(`GET ${target} HTTP/1.1\r\nHost: ${this.host}\r\n\r\n`);
    });
  }

  close() {
    this.answered = undefined;
    this.socket.destroy();
  }

  #take(chunk) {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const end = this.received.indexOf('\r\n\r\n');
    if (end < 0) {
      return;
    }
    const head = this.received.toString('latin1', 0, end);
    const body = this.received.subarray(end + 4);
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
    // Requests are not pipelined, so a chunked body is complete when the received bytes end with the last chunk.
    const isWhole = length === undefined ? body.toString('latin1').endsWith('0\r\n\r\n') : body.length >= Number(length);
    if (isWhole) {
      this.received = Buffer.alloc(0);
      this.answered.resolve({ status: Number(head.slice(9, 12)), body });
    }
  }
}
