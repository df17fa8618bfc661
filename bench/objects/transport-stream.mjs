import { readFileSync } from 'node:fs';
import { mediaFile } from '../../tests/sdk/support/paths.mjs';

const packetSize = 188;
const nullPid = 0x1fff;

// A timestamp in a PES header (ISO/IEC 13818-1, 2.4.3.6): 33 bits over five bytes.
const stamp = (bytes, at) =>
  ((bytes[at] >> 1) & 7) * 2 ** 30 + (((bytes.readUInt16BE(at + 1) >> 1) & 0x7fff) << 15) + ((bytes.readUInt16BE(at + 3) >> 1) & 0x7fff);

function shiftStamp(bytes, at, ticks) {
  const value = (stamp(bytes, at) + ticks) % 2 ** 33;
  bytes[at] = (bytes[at] & 0xf1) | (Math.floor(value / 2 ** 30) << 1);
  bytes.writeUInt16BE((((Math.floor(value / 2 ** 15) & 0x7fff) << 1) | 1) & 0xffff, at + 1);
  bytes.writeUInt16BE((((value % 2 ** 15) << 1) | 1) & 0xffff, at + 3);
}

function shiftPacket(packet, ticks, counters) {
  const pid = packet.readUInt16BE(1) & 0x1fff;
  const control = packet[3] >> 4;
  let payload = 4;
  if (control & 2) {
    payload += 1 + packet[4];
    if (packet[4] > 0 && packet[5] & 0x10) {
      const base = packet.readUInt32BE(6) * 2 + (packet[10] >> 7) + ticks;
      packet.writeUInt32BE(Math.floor(base / 2) % 2 ** 32, 6);
      packet[10] = (packet[10] & 0x7f) | ((base % 2) << 7);
    }
  }
  if (control & 1) {
    counters.set(pid, ((counters.get(pid) ?? -1) + 1) & 15);
  }
  packet[3] = (packet[3] & 0xf0) | (counters.get(pid) ?? 0);
  if (packet[1] & 0x40 && control & 1 && packet.readUIntBE(payload, 3) === 1) {
    const flags = packet[payload + 7] >> 6;
    if (flags & 2) shiftStamp(packet, payload + 9, ticks);
    if (flags & 1) shiftStamp(packet, payload + 14, ticks);
  }
}

const filler = Buffer.alloc(packetSize, 0xff);
filler.set([0x47, nullPid >> 8, nullPid & 0xff, 0x10]);

/** service.ts, three seconds, repeated with continuous clocks; `padding` null packets follow each packet. */
export function transportStream(rounds, { first = 0, padding = 0 } = {}) {
  const clip = readFileSync(mediaFile('service.ts'));
  const counters = new Map();
  const parts = [];
  for (let round = first; round < first + rounds; round++) {
    const copy = Buffer.from(clip);
    for (let at = 0; at < copy.length; at += packetSize) {
      const packet = copy.subarray(at, at + packetSize);
      shiftPacket(packet, round * 3 * 90_000, counters);
      parts.push(packet, ...Array(padding).fill(filler));
    }
  }
  return Buffer.concat(parts);
}
