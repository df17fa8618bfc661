import { matroska } from './matroska.mjs';
import { fragmentedMp4, mp4 } from './mp4.mjs';
import { readSample } from './samples.mjs';
import { adts, flv, mp3 } from './streams.mjs';
import { transportStream } from './transport-stream.mjs';

const mega = 1024 * 1024;
const seconds = 320;
const segments = 120;

function playlist(count) {
  const entries = Array.from({ length: count }, (_, i) => `#EXTINF:9.0,\nsegment${i}.ts\n`);
  return Buffer.from(`#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:9\n#EXT-X-PLAYLIST-TYPE:VOD\n${entries.join('')}#EXT-X-ENDLIST\n`);
}

/** Large objects of many kinds, built from the clips in tests/media: a name, the key to probe, and what to upload. */
export function* objects() {
  const sample = readSample(5000);
  const one = (name, key, make) => ({ name, key, files: () => [[key, make()]] });
  yield one('MP4, moov first', 'moov-first.mp4', () => mp4(sample, seconds, { moovFirst: true }));
  yield one('MP4, moov last', 'moov-last.mp4', () => mp4(sample, seconds, { moovFirst: false }));
  yield one('fragmented MP4, mfra', 'fragments-mfra.mp4', () => fragmentedMp4(sample, seconds, 'mfra'));
  yield one('fragmented MP4, no index at all', 'fragments.mp4', () => fragmentedMp4(sample, seconds, null));
  yield one('fragmented MP4, sidx', 'fragments-sidx.mp4', () => fragmentedMp4(sample, seconds, 'sidx'));
  yield one('MPEG-TS', 'stream.ts', () => transportStream(250, { padding: 1 }));
  yield one('MKV, cues last', 'clusters.mkv', () => matroska(300, 40_000));
  yield one('FLV', 'video.flv', () => flv(sample, 160));
  yield one('MP3, no Xing', 'sound.mp3', () => mp3(20 * mega));
  yield one('ADTS', 'sound.aac', () => adts(sample, 20 * mega));
  yield {
    name: `HLS, ${segments} TS segments`,
    key: 'hls/index.m3u8',
    files: () => [
      ['hls/index.m3u8', playlist(segments)],
      ...Array.from({ length: segments }, (_, i) => [`hls/segment${i}.ts`, transportStream(3, { first: 3 * i })]),
    ],
  };
}
