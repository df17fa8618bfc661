import { createServer } from 'node:net';
import { canListen } from '../../../eng/can-listen.mjs';

// Below the range from which the system picks ports for outgoing connections: nothing takes one before its user listens.
const lowest = 20_000;
const highest = 32_000;

// Test files run side by side in processes of their own, which do not see what the other is about to take: each has a range.
const ranges = 16;
const width = Math.floor((highest - lowest) / ranges);
const first = lowest + (await takeRange()) * width;
let taken = 0;

/** So many ports that nobody listens on; none is given twice. */
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

/** The number of a range that no other process has: whoever listens on the range's own port has it, as long as it lives. */
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
