import { boxes, child, content } from './samples.mjs';

const u32 = (...values) => {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => bytes.writeUInt32BE(value >>> 0, 4 * i));
  return bytes;
};
const u64 = (value) => u32(Math.floor(value / 2 ** 32), value % 2 ** 32);
const box = (type, ...parts) => {
  const body = Buffer.concat(parts);
  return Buffer.concat([u32(8 + body.length), Buffer.from(type, 'latin1'), body]);
};
const full = (type, version, flags, ...parts) => box(type, u32(version * 2 ** 24 + flags), ...parts);

const kinds = [
  { samplesPerSecond: 25, ticks: 512 },
  { samplesPerSecond: 47, ticks: 1024 },
];
const trackSamples = (sample, track) => (track === 0 ? sample.video : sample.audio);
const at = (sample, track, number) => trackSamples(sample, track)[number % trackSamples(sample, track).length];
const second = (sample, track, index) =>
  Array.from({ length: kinds[track].samplesPerSecond }, (_, i) => at(sample, track, index * kinds[track].samplesPerSecond + i));
const ftyp = box('ftyp', Buffer.from('isom'), u32(512), Buffer.from('isomiso2avc1mp41'));

function patched(bytes, change) {
  const copy = Buffer.from(bytes);
  change(copy);
  return copy;
}

function movieBox(sample, seconds, tables, extra = []) {
  const { file } = sample;
  const header = patched(content(file, child(file, sample.movie, 'mvhd')), (mvhd) => mvhd.writeUInt32BE(seconds * mvhd.readUInt32BE(20), 24));
  const tracks = sample.tracks.map((track, i) => {
    const scale = file.readUInt32BE(child(file, track, 'mdia', 'mdhd').start + 20);
    const tkhd = patched(content(file, child(file, track, 'tkhd')), (copy) => copy.writeUInt32BE(seconds * 1000, 28));
    const mdhd = patched(content(file, child(file, track, 'mdia', 'mdhd')), (copy) => copy.writeUInt32BE(seconds * scale, 24));
    const media = child(file, track, 'mdia', 'minf');
    const heads = boxes(file, media.start + 8, media.end).filter((part) => part.type !== 'stbl').map((part) => content(file, part));
    const stsd = content(file, child(file, media, 'stbl', 'stsd'));
    const minf = box('minf', ...heads, box('stbl', stsd, ...tables[i]));
    return box('trak', tkhd, box('mdia', mdhd, content(file, child(file, track, 'mdia', 'hdlr')), minf));
  });
  return box('moov', header, ...tracks, ...extra);
}

function sampleTables(sample, seconds, track, chunkOffsets) {
  const count = seconds * kinds[track].samplesPerSecond;
  const every = Array.from({ length: count }, (_, i) => at(sample, track, i));
  const tables = [
    full('stts', 0, 0, u32(1, count, kinds[track].ticks)),
    full('stsc', 0, 0, u32(1, 1, kinds[track].samplesPerSecond, 1)),
    full('stsz', 0, 0, u32(0, count), u32(...every.map((each) => each.bytes.length))),
    full('stco', 0, 0, u32(chunkOffsets.length), u32(...chunkOffsets)),
  ];
  if (track === 0) {
    const keys = every.flatMap((each, i) => (each.key ? [i + 1] : []));
    tables.push(full('stss', 0, 0, u32(keys.length), u32(...keys)));
    tables.push(full('ctts', 0, 0, u32(count), ...every.map((each) => u32(1, each.shift))));
  }
  return tables;
}

/** An MP4 file with its moov before or after the media. */
export function mp4(sample, seconds, { moovFirst }) {
  const chunks = Array.from({ length: seconds }, (_, i) => [0, 1].map((track) => Buffer.concat(second(sample, track, i).map((each) => each.bytes))));
  const media = Buffer.concat(chunks.flat());
  const moov = (start) => {
    const offsets = [[], []];
    let next = start;
    for (const pair of chunks) {
      pair.forEach((chunk, track) => {
        offsets[track].push(next);
        next += chunk.length;
      });
    }
    return movieBox(sample, seconds, offsets.map((list, track) => sampleTables(sample, seconds, track, list)));
  };
  const size = moov(0).length;
  return moovFirst
    ? Buffer.concat([ftyp, moov(ftyp.length + size + 8), box('mdat', media)])
    : Buffer.concat([ftyp, box('mdat', media), moov(ftyp.length + 8)]);
}

function fragment(sample, index, seconds) {
  const lists = [0, 1].map((track) => Array.from({ length: seconds }, (_, i) => second(sample, track, index * seconds + i)).flat());
  const data = lists.map((list) => Buffer.concat(list.map((each) => each.bytes)));
  const run = (track, offset) => {
    const rows = lists[track].map((each) =>
      track === 0 ? u32(each.bytes.length, each.key ? 0x2000000 : 0x1010000, each.shift) : u32(each.bytes.length));
    return full('trun', 0, track === 0 ? 0xe01 : 0x201, u32(lists[track].length, offset), ...rows);
  };
  const decodeTime = (track) => index * seconds * kinds[track].samplesPerSecond * kinds[track].ticks;
  const moof = (length) => box(
    'moof',
    full('mfhd', 0, 0, u32(index + 1)),
    ...[0, 1].map((track) => box(
      'traf',
      full('tfhd', 0, 0x020008, u32(track + 1, kinds[track].ticks)),
      full('tfdt', 1, 0, u64(decodeTime(track))),
      run(track, length + 8 + (track === 1 ? data[0].length : 0)),
    )),
  );
  return { head: moof(moof(0).length), media: box('mdat', ...data), times: [decodeTime(0), decodeTime(1)] };
}

/** A fragmented MP4 file with two-second fragments; `index` is 'sidx' at the start, 'mfra' at the end, or null. */
export function fragmentedMp4(sample, seconds, index) {
  const empty = [full('stts', 0, 0, u32(0)), full('stsc', 0, 0, u32(0)), full('stsz', 0, 0, u32(0, 0)), full('stco', 0, 0, u32(0))];
  const mvex = box('mvex', ...[1, 2].map((id) => full('trex', 0, 0, u32(id, 1, 0, 0, 0))));
  const moov = movieBox(sample, 0, [empty, empty], [mvex]);
  const parts = Array.from({ length: seconds / 2 }, (_, i) => fragment(sample, i, 2));
  const sizes = parts.map((part) => part.head.length + part.media.length);
  const references = sizes.map((size) => u32(size, 2 * 12800, 0x90000000));
  const sidx = index === 'sidx'
    ? full('sidx', 0, 0, u32(1, 12800, 0, 0), u32(parts.length), ...references)
    : Buffer.alloc(0);
  let next = ftyp.length + moov.length + sidx.length;
  const offsets = sizes.map((size) => (next += size) - size);
  const entries = (track) => parts.map((part, i) => Buffer.concat([u64(part.times[track]), u64(offsets[i]), Buffer.from([1, 1, 1])]));
  const tfra = [0, 1].map((track) => full('tfra', 1, 0, u32(track + 1, 0, parts.length), ...entries(track)));
  const length = 8 + tfra[0].length + tfra[1].length + 16;
  const tail = index === 'mfra' ? [box('mfra', ...tfra, full('mfro', 0, 0, u32(length)))] : [];
  return Buffer.concat([ftyp, moov, sidx, ...parts.flatMap((part) => [part.head, part.media]), ...tail]);
}
