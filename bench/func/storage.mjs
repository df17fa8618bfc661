import http from 'node:http';
import { once } from 'node:events';

const services = ['Blob', 'Queue', 'Table'];

// The same names as in StorageNames.cs. The durable host's containers and queues begin like ours.
const ownContainers = /^mediainfo-(jobs|results|pipelines|held|nonces|assets|settings)$/;
const ownQueues = /^(analyses|callbacks|mediainfo-callbacks)/;

/** Stands in front of the emulator, passes every request on, and counts it. It can hold up the reads of an object. */
export class CountingStorage {
  static async before(connectionString, buckets) {
    const storage = new CountingStorage(buckets);
    storage.connectionString = connectionString;
    for (const service of services) {
      const endpoint = new URL(connectionString.match(new RegExp(`${service}Endpoint=([^;]+)`))[1]);
      const server = http.createServer((request, response) => {
        storage.#pass(service, endpoint, request, response).catch(() => response.destroy());
      });
      // The clients keep their connections for longer than a server does by default.
      server.keepAliveTimeout = 300_000;
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      storage.#servers.push(server);
      storage.connectionString = storage.connectionString.replace(endpoint.host, `127.0.0.1:${server.address().port}`);
    }
    return storage;
  }

  #servers = [];
  #agent = new http.Agent({ keepAlive: true });
  #counts = new Map();
  #held;

  constructor(buckets) {
    this.buckets = buckets;
  }

  /** Requests since the last reset, by owner and kind. */
  reset() {
    this.#counts.clear();
  }

  count() {
    const kinds = [...this.#counts].map(([key, requests]) => ({ owner: key.split(' ', 1)[0], kind: key.slice(key.indexOf(' ') + 1), requests }));
    const of = (owner) => kinds.filter((kind) => kind.owner === owner).reduce((sum, { requests }) => sum + requests, 0);
    return { kinds, own: of('own'), durable: of('durable'), host: of('host'), all: kinds.reduce((sum, { requests }) => sum + requests, 0) };
  }

  /** Lets no read of the object through until the returned function is called. */
  hold(bucket, key) {
    let release;
    const released = new Promise((resolve) => { release = resolve; });
    const held = { path: `/${bucket}/${key}`, waiting: 0, released };
    this.#held = held;
    return { waiting: () => held.waiting, release: () => { this.#held = undefined; release(); } };
  }

  async stop() {
    for (const server of this.#servers) {
      server.close();
      server.closeAllConnections();
    }
    this.#agent.destroy();
  }

  async #pass(service, endpoint, request, response) {
    const { method, url, headers } = request;
    this.#note(service, method, new URL(url, endpoint));
    const held = this.#held;
    if (held && service === 'Blob' && method === 'GET' && url.split('?', 1)[0].endsWith(held.path)) {
      held.waiting++;
      await held.released;
    }
    const passed = http.request({ hostname: endpoint.hostname, port: endpoint.port, method, path: url, headers, agent: this.#agent });
    response.on('close', () => passed.destroy());
    passed.on('error', () => response.destroy());
    request.pipe(passed);
    const [answer] = await once(passed, 'response');
    response.writeHead(answer.statusCode, answer.rawHeaders);
    answer.pipe(response);
  }

  #note(service, method, { pathname, searchParams }) {
    const [name = '', ...rest] = pathname.split('/').slice(2);
    const parts = [this.#owner(service, name, searchParams), method, service.toLowerCase(), generalised(name, rest), searchParams.get('comp')];
    const key = parts.filter(Boolean).join(' ');
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  // A batch of table rows is one transaction, and only the durable host writes any.
  #owner(service, name, query) {
    if (name.startsWith('azure-webjobs-') || name.startsWith('AzureFunctions')) {
      return 'host';
    }
    const isOwn = service === 'Table' ? false
      : service === 'Queue' ? ownQueues.test(name || query.get('prefix') || '')
      : ownContainers.test(name) || this.buckets.includes(name);
    const isDurable = /^mediainfo/i.test(name) || name === '$batch' || service === 'Table';
    return isOwn ? 'own' : isDurable ? 'durable' : 'host';
  }
}

// The kind of request, without what differs from job to job.
function generalised(name, rest) {
  const table = name.replace(/\(.*/, '()');
  const queue = table.replace(/[0-9a-f]{32}/, '*').replace(/-control-\d+/, '-control');
  return [queue, ...rest.length > 0 ? [rest[0] === 'messages' ? 'messages' : '*'] : []].join('/');
}
