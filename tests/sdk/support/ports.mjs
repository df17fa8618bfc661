import { canListen } from '../../../eng/can-listen.mjs';

// Below the range from which the system picks ports for outgoing connections: nothing takes one before its user listens.
const lowest = 20_000;
const highest = 32_000;

// Test files run side by side in processes of their own, which do not see what the other is about to take.
const slots = 16;
const width = Math.floor((highest - lowest) / slots);
const first = lowest + (process.pid % slots) * width;

export async function freePorts(count) {
  const ports = new Set();
  while (ports.size < count) {
    const port = first + Math.floor(Math.random() * width);
    if (!ports.has(port) && (await canListen(port))) {
      ports.add(port);
    }
  }
  return [...ports];
}
