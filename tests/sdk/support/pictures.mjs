// What tests need to know of pictures and WebVTT files.

/** The type and the size of a picture, by its header. */
export function sizeOf(file) {
  if (file.subarray(1, 4).toString('latin1') === 'PNG') {
    return { type: 'png', width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
  }
  if (file.subarray(8, 12).toString('latin1') === 'WEBP') {
    return { type: 'webp', ...webpSizeOf(file) };
  }
  // The frame header of a JPEG is the first segment SOF0 to SOF15 that is no table.
  for (let at = 2; at < file.length; at += 2 + file.readUInt16BE(at + 2)) {
    const marker = file[at + 1];
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { type: 'jpeg', width: file.readUInt16BE(at + 7), height: file.readUInt16BE(at + 5) };
    }
  }
  throw new Error('no picture');
}

function webpSizeOf(file) {
  switch (file.subarray(12, 16).toString('latin1')) {
    case 'VP8 ':
      return { width: file.readUInt16LE(26) & 0x3fff, height: file.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = file.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    default:
      return { width: file.readUIntLE(24, 3) + 1, height: file.readUIntLE(27, 3) + 1 };
  }
}

const secondsOf = (clock) => clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);

/** The cues of a WebVTT file, as `{ from, to, name }` with seconds. */
export const timesOf = (text) =>
  [...text.matchAll(/^([\d:.]+) --> ([\d:.]+)\n(.+)$/gm)].map(([, from, to, name]) => ({ from: secondsOf(from), to: secondsOf(to), name }));
