import { readFileSync } from 'node:fs';
import { mediaFile } from '../../tests/sdk/support/paths.mjs';

const id = { segment: 0x18538067, seekHead: 0x114d9b74, info: 0x1549a966, tracks: 0x1654ae6b, cluster: 0x1f43b675, cues: 0x1c53bb6b };
const idBytes = (value) => Buffer.from(value.toString(16).padStart(value > 0xffffff ? 8 : 2, '0'), 'hex');
const element = (name, ...parts) => {
  const body = Buffer.concat(parts);
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(body.length) | (1n << 56n));
  return Buffer.concat([idBytes(name), size, body]);
};
const number = (value) => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
};

function read(file, start, end) {
  const found = [];
  for (let at = start; at < end;) {
    const idLength = Math.clz32(file[at]) - 23;
    const sizeAt = at + idLength;
    const sizeLength = Math.clz32(file[sizeAt]) - 23;
    let size = file[sizeAt] & (0xff >> sizeLength);
    for (let i = 1; i < sizeLength; i++) {
      size = size * 256 + file[sizeAt + i];
    }
    const body = sizeAt + sizeLength;
    found.push({ name: file.readUIntBE(at, idLength), start: at, body, end: body + size });
    at = body + size;
  }
  return found;
}

/** subtitles.mkv, three seconds, repeated, with cues after the clusters; each cluster ends with `padding` bytes of Void. */
export function matroska(rounds, padding) {
  const file = readFileSync(mediaFile('subtitles.mkv'));
  const [head, segment] = read(file, 0, file.length);
  const parts = read(file, segment.body, segment.end);
  const bytes = (part) => file.subarray(part.start, part.end);
  const find = (name) => parts.find((part) => part.name === name);
  const info = Buffer.from(bytes(find(id.info)));
  for (const part of read(info, read(info, 0, info.length)[0].body, info.length)) {
    if (part.name === 0x4489) {
      info.writeDoubleBE(rounds * 3026, part.body);
    }
  }
  const clusters = [];
  const cues = [];
  const tracks = bytes(find(id.tracks));
  let at = 0;
  for (let round = 0; round < rounds; round++) {
    for (const cluster of parts.filter((part) => part.name === id.cluster)) {
      const inside = read(file, cluster.body, cluster.end);
      const begin = inside.find((part) => part.name === 0xe7);
      const time = round * 3026 + file.readUIntBE(begin.body, begin.end - begin.body);
      const rest = inside.filter((part) => part !== begin).map(bytes);
      const made = element(id.cluster, element(0xe7, number(time)), ...rest, element(0xec, Buffer.alloc(padding)));
      cues.push({ time, at });
      at += made.length;
      clusters.push(made);
    }
  }
  const seek = (name, position) => element(0x4dbb, element(0x53ab, idBytes(name)), element(0x53ac, number(position)));
  const seekHead = (where) => element(id.seekHead, seek(id.info, where.info), seek(id.tracks, where.tracks), seek(id.cues, where.cues));
  const begin = seekHead({ info: 0, tracks: 0, cues: 0 }).length;
  const firstCluster = begin + info.length + tracks.length;
  const where = { info: begin, tracks: begin + info.length, cues: firstCluster + at };
  const points = cues.map((cue) =>
    element(0xbb, element(0xb3, number(cue.time)), element(0xb7, element(0xf7, number(1)), element(0xf1, number(firstCluster + cue.at)))));
  return Buffer.concat([bytes(head), element(id.segment, seekHead(where), info, tracks, ...clusters, element(id.cues, ...points))]);
}
