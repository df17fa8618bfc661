import { canListen } from '../../../eng/can-listen.mjs';

// Below the range from which the system picks ports for outgoing connections: nothing takes one before its user listens.
const lowest = 20_000;
const highest = 32_000;

export async function freePorts(count) {
  const ports = new Set();
  while (ports.size < count) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    if (!ports.has(port) && (await canListen(port))) {
      ports.add(port);
    }
  }
  return [...ports];
}
