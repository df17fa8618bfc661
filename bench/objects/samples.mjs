import { readFileSync } from 'node:fs';
import { mediaFile } from '../../tests/sdk/support/paths.mjs';

/** The boxes in a range of an MP4 file. */
export function boxes(file, start = 0, end = file.length) {
  const found = [];
  for (let at = start; at + 8 <= end; at += file.readUInt32BE(at)) {
    found.push({ type: file.toString('latin1', at + 4, at + 8), start: at, end: at + file.readUInt32BE(at) });
  }
  return found;
}

export function child(file, box, ...path) {
  return path.reduce((inside, type) => inside && boxes(file, inside.start + 8, inside.end).find((found) => found.type === type), box);
}

export const content = (file, box) => file.subarray(box.start, box.end);

// One row of a table of 32-bit numbers.
const numbers = (file, box, skip) =>
  Array.from({ length: (box.end - box.start - skip) / 4 }, (_, i) => file.readUInt32BE(box.start + skip + 4 * i));

function samplesOf(file, track) {
  const table = child(file, track, 'mdia', 'minf', 'stbl');
  const part = (type) => child(file, table, type);
  const sizes = numbers(file, part('stsz'), 20);
  const chunks = numbers(file, part('stco'), 16);
  const runs = numbers(file, part('stsc'), 16);
  const perChunk = (chunk) => {
    let samples = 0;
    for (let i = 0; i < runs.length && runs[i] <= chunk + 1; i += 3) {
      samples = runs[i + 1];
    }
    return samples;
  };
  const shifts = part('ctts') ? numbers(file, part('ctts'), 16) : [];
  const composition = [];
  for (let i = 0; i < shifts.length; i += 2) {
    composition.push(...Array(shifts[i]).fill(shifts[i + 1]));
  }
  const keys = new Set(part('stss') ? numbers(file, part('stss'), 16) : []);
  const samples = [];
  chunks.forEach((offset, chunk) => {
    for (let i = 0, at = offset; i < perChunk(chunk); i++) {
      const number = samples.length;
      const bytes = file.subarray(at, at + sizes[number]);
      samples.push({ bytes, shift: composition[number] ?? 0, key: keys.size === 0 || keys.has(number + 1) });
      at += sizes[number];
    }
  });
  return samples;
}

// A NAL unit of filler data (ITU-T H.264, 7.3.2.7) makes a sample as large as a camera's without changing the picture.
function filled(sample, filler) {
  const unit = Buffer.alloc(4 + 1 + filler + 1, 0xff);
  unit.writeUInt32BE(filler + 2, 0);
  unit[4] = 12;
  unit[unit.length - 1] = 0x80;
  return { ...sample, bytes: Buffer.concat([sample.bytes, unit]) };
}

/** The parts of sample.mp4: four seconds of video at 25 frames per second and of audio at 47. */
export function readSample(filler) {
  const file = readFileSync(mediaFile('sample.mp4'));
  const movie = boxes(file).find((box) => box.type === 'moov');
  const tracks = boxes(file, movie.start + 8, movie.end).filter((box) => box.type === 'trak');
  return {
    file,
    movie,
    tracks,
    video: samplesOf(file, tracks[0]).slice(0, 100).map((sample) => filled(sample, filler)),
    audio: samplesOf(file, tracks[1]).slice(0, 188),
  };
}
