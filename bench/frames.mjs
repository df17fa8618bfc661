import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startAzurite } from '../tests/sdk/support/azurite.mjs';
import { Bucket } from '../tests/sdk/support/objects.mjs';
import { ffmpeg, ffprobe, inRepository } from '../tests/sdk/support/paths.mjs';
import { PlainFfprobe } from './peer.mjs';
import { cells, measure, median, ratios } from './reading.mjs';
import { SlowStorage } from './slow-storage.mjs';

const seconds = 3000;
const film = ['-f', 'lavfi', '-i', 'testsrc2=s=160x90:r=2:d=7200', '-c:v', 'libx264', '-preset', 'ultrafast', '-qp', '4', '-g', '20', '-pix_fmt', 'yuv420p'];
const kinds = {
  'MP4, moov first': ['mp4', '-movflags', '+faststart'],
  'MP4, moov last': ['mp4'],
  MKV: ['mkv'],
  'MPEG-TS': ['ts'],
};

/** The service's frame reader as a process that takes one frame for each line. */
function readerOf(url, type) {
  const dll = inRepository('artifacts/bin/MediaInfo.Benchmarks/release/MediaInfo.Benchmarks.dll');
  const env = { ...process.env, MediaInfo__Probe__FfprobePath: ffprobe, MediaInfo__Frames__FfmpegPath: ffmpeg };
  const child = spawn('dotnet', [dll, 'frames', url, `${seconds}`, type], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    take: async () => {
      child.stdin.write('\n');
      const { value } = await lines.next();
      if (!/^\d+$/.test(value)) {
        throw new Error(`No frame: ${value}`);
      }
    },
    stop: () => child.stdin.end(),
  };
}

/** Takes a frame in the middle of a film of two hours, by the service's reader and by plain ffmpeg; returns table rows. */
export async function frames(folder) {
  const azurite = await startAzurite(folder);
  const bucket = await new Bucket(azurite.connectionString).create();
  await bucket.container.setAccessPolicy('blob');
  const storage = await SlowStorage.before(azurite.connectionString, bucket.container.containerName);
  const binary = join(folder, 'ffmpeg');
  copyFileSync(ffmpeg, binary);
  chmodSync(binary, 0o700);
  const peer = new PlainFfprobe(binary, bucket, storage.authority);
  const lines = [
    '| film | frame | plain ffmpeg: requests / in series / MB / ms | service: requests / in series / MB / ms | service : plain, in series / bytes / ms |',
    '|---|---|--:|--:|---|',
  ];
  try {
    for (const [name, [extension, ...options]] of Object.entries(kinds)) {
      const file = join(folder, `film.${extension}`);
      const made = spawnSync(binary, ['-y', '-hide_banner', '-loglevel', 'error', ...film, ...options, file], { encoding: 'utf8' });
      if (made.status !== 0) {
        throw new Error(made.stderr);
      }
      const key = `film.${extension}`;
      await bucket.container.getBlockBlobClient(key).uploadData(readFileSync(file));
      const url = peer.urlOf(key);
      for (const type of ['intra', 'normal']) {
        const reader = readerOf(url, type);
        await reader.take();
        await reader.take();
        const seek = type === 'intra' ? ['-skip_frame', 'nokey', '-noaccurate_seek'] : [];
        const plain = () => run(binary, [...seek, '-ss', `${seconds}`, '-i', url, '-frames:v', '1', '-q:v', '3', '-f', 'image2pipe', '-']);
        const theirs = await median(() => measure(storage, plain));
        const ours = await median(() => measure(storage, reader.take));
        reader.stop();
        const size = (statSync(file).size / 1e6).toFixed(0);
        lines.push(`| ${name}, ${size} MB | ${type} | ${cells(theirs)} | ${cells(ours)} | ${ratios(ours, theirs)} |`);
      }
    }
    return lines;
  } finally {
    await storage.stop();
    await azurite.stop();
  }
}

function run(binary, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(binary, ['-hide_banner', '-loglevel', 'error', '-nostdin', ...args], { env: {}, stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`ffmpeg ended with ${code}`))));
  });
}
