import http from 'node:http';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

const latency = 20;
const bytesPerMillisecond = 60 * 1024;
const piece = 64 * 1024;

/** Stands in front of the emulator like distant storage: each answer about a bucket comes after 20 ms at 60 MB/s. Counts them. */
export class SlowStorage {
  static async before(connectionString, bucket) {
    const endpoint = new URL(connectionString.match(/BlobEndpoint=([^;]+)/)[1]);
    const storage = new SlowStorage(endpoint, bucket);
    storage.server.listen(0, '127.0.0.1');
    await once(storage.server, 'listening');
    storage.authority = `127.0.0.1:${storage.server.address().port}`;
    storage.connectionString = connectionString.replace(endpoint.host, storage.authority);
    return storage;
  }

  constructor(endpoint, bucket) {
    this.endpoint = endpoint;
    this.path = `${endpoint.pathname}/${bucket}`;
    this.agent = new http.Agent({ keepAlive: true });
    this.requests = [];
    this.server = http.createServer((request, response) => this.answer(request, response).catch(() => response.destroy()));
  }

  /** Resets the counts. */
  reset() {
    this.requests = [];
  }

  /** Requests, the longest chain of requests in series, bytes sent, connections. */
  count() {
    const depths = new Map();
    for (const request of this.requests) {
      const before = this.requests.filter((other) => other.answered < request.came);
      depths.set(request, 1 + Math.max(0, ...before.map((other) => depths.get(other) ?? 0)));
    }
    return {
      requests: this.requests.length,
      serial: Math.max(0, ...depths.values()),
      bytes: this.requests.reduce((sum, request) => sum + request.bytes, 0),
      connections: new Set(this.requests.map((request) => request.port)).size,
    };
  }

  async stop() {
    this.server.closeAllConnections();
    this.server.close();
    this.agent.destroy();
  }

  async answer(request, response) {
    const counted = request.url.startsWith(this.path);
    const record = { came: performance.now(), answered: Infinity, bytes: 0, port: request.socket.remotePort };
    if (counted) {
      this.requests.push(record);
    }
    const { hostname, port } = this.endpoint;
    const { method, url, headers } = request;
    const passed = http.request({ hostname, port, method, path: url, headers, agent: this.agent });
    response.on('close', () => passed.destroy());
    passed.on('error', () => response.destroy());
    request.pipe(passed);
    const [answer] = await once(passed, 'response');
    if (!counted) {
      response.writeHead(answer.statusCode, answer.rawHeaders);
      answer.pipe(response);
      return;
    }
    await sleep(record.came + latency - performance.now());
    record.answered = performance.now();
    response.writeHead(answer.statusCode, answer.rawHeaders);
    response.flushHeaders();
    await this.send(answer, response, record);
  }

  async send(answer, response, record) {
    for await (const chunk of answer) {
      for (let at = 0; at < chunk.length && !response.destroyed; at += piece) {
        const part = chunk.subarray(at, at + piece);
        await new Promise((resolve, reject) => { response.write(part, (error) => (error ? reject(error) : resolve())); });
        record.bytes += part.length;
        await sleep(part.length / bytesPerMillisecond);
      }
    }
    response.end();
  }
}
