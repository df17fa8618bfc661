import { readFileSync } from 'node:fs';
import { mediaFile } from '../../tests/sdk/support/paths.mjs';
import { child, content } from './samples.mjs';

const bigEndian = (value, length) => {
  const bytes = Buffer.alloc(length);
  bytes.writeUIntBE(value, 0, length);
  return bytes;
};

function flvTag(type, time, ...parts) {
  const body = Buffer.concat(parts);
  const head = Buffer.concat([
    Buffer.from([type]), bigEndian(body.length, 3), bigEndian(time & 0xffffff, 3), Buffer.from([time >>> 24, 0, 0, 0]),
  ]);
  return Buffer.concat([head, body, bigEndian(11 + body.length, 4)]);
}

/** A Flash video file without onMetaData. */
export function flv(sample, seconds) {
  const stsd = content(sample.file, child(sample.file, sample.tracks[0], 'mdia', 'minf', 'stbl', 'stsd'));
  const at = stsd.indexOf('avcC');
  const config = stsd.subarray(at + 4, at - 4 + stsd.readUInt32BE(at - 4));
  const tags = [
    flvTag(9, 0, Buffer.from([0x17, 0, 0, 0, 0]), config),
    flvTag(8, 0, Buffer.from([0xaf, 0, 0x11, 0x90])),
  ];
  for (let index = 0; index < seconds; index++) {
    for (let i = 0; i < 25; i++) {
      const { bytes, key, shift } = sample.video[(index * 25 + i) % sample.video.length];
      const time = index * 1000 + i * 40;
      tags.push(flvTag(9, time, Buffer.from([key ? 0x17 : 0x27, 1]), bigEndian(Math.round((shift * 1000) / 12800), 3), bytes));
    }
    for (let i = 0; i < 47; i++) {
      const time = index * 1000 + Math.floor((i * 1024) / 48);
      tags.push(flvTag(8, time, Buffer.from([0xaf, 1]), sample.audio[(index * 47 + i) % sample.audio.length].bytes));
    }
  }
  return Buffer.concat([Buffer.from('FLV'), Buffer.from([1, 5, 0, 0, 0, 9, 0, 0, 0, 0]), ...tags]);
}

/** MPEG audio frames without ID3v2 and Xing, so nothing states the duration. */
export function mp3(size) {
  const clip = readFileSync(mediaFile('sound.mp3'));
  const xing = clip.indexOf('Xing');
  const first = clip.indexOf(Buffer.from([0xff, 0xfb]), xing + 200);
  const frames = clip.subarray(first);
  return Buffer.concat(Array(Math.ceil(size / frames.length)).fill(frames));
}

/** AAC frames with ADTS headers (ISO/IEC 14496-3, 1.A.2.2), LC, 48 kHz, two channels. */
export function adts(sample, size) {
  const frames = sample.audio.map(({ bytes }) => {
    const length = bytes.length + 7;
    return Buffer.concat([
      Buffer.from([0xff, 0xf1, 0x4c, 0x80 | (length >> 11), (length >> 3) & 0xff, ((length & 7) << 5) | 0x1f, 0xfc]), bytes,
    ]);
  });
  const round = Buffer.concat(frames);
  return Buffer.concat(Array(Math.ceil(size / round.length)).fill(round));
}
