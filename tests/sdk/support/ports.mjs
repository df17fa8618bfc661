import { createServer } from 'node:net';
import { canListen } from '../../../eng/can-listen.mjs';

// Below the system's ephemeral ports, so that no outgoing connection takes a port before its user listens.
const lowest = 20_000;
const highest = 32_000;

// Test files run concurrently in separate processes, which do not see each other's choices, so each has its own range.
const ranges = 16;
const width = Math.floor((highest - lowest) / ranges);
const first = lowest + (await takeRange()) * width;
let taken = 0;

/** Returns `count` free ports; none is returned twice. */
export async function freePorts(count) {
  const ports = [];
  while (ports.length < count) {
    if (taken === width) {
      throw new Error(`all ${width} ports from ${first} on were given`);
    }
    const port = first + taken++;
    if (await canListen(port)) {
      ports.push(port);
    }
  }
  return ports;
}

/** The number of a range that no other process has. A process owns a range while it listens on that range's own port. */
async function takeRange() {
  for (let range = 0; range < ranges; range++) {
    const server = createServer();
    const isOurs = await new Promise((resolve) => {
      server.once('error', () => resolve(false));
      server.listen({ host: '127.0.0.1', port: highest + range, exclusive: true }, () => resolve(true));
    });
    if (isOurs) {
      server.unref();
      return range;
    }
  }
  throw new Error(`${ranges} processes take ports already`);
}
