// Measures the service against plain ffprobe on the same objects of the same storage, in one run, and prints a table.
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, release, tmpdir, type } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mpsClients } from '../tests/sdk/support/mps-clients.mjs';
import { mediaFile } from '../tests/sdk/support/paths.mjs';
import { startService } from '../tests/sdk/support/service.mjs';
import { inParallel, percentile, time } from './measure.mjs';
import { PlainFfprobe } from './peer.mjs';
import { reading } from './reading.mjs';

const clips = ['sample.mp4', 'subtitles.mkv', 'service.ts', 'sound.mp3', 'rotated.mp4'];
const jobs = Number(process.env.BENCH_JOBS ?? 200);
const rounds = Number(process.env.BENCH_ROUNDS ?? 60);
const widths = [2, 4, 8];
const fixed = (number, digits = 1) => number.toFixed(digits);

const results = fileURLToPath(new URL('RESULTS.md', import.meta.url));
const machine = `${cpus().length} x ${cpus()[0].model}, ${type()} ${release()}, .NET SDK ${execFileSync('dotnet', ['--version'], { encoding: 'utf8' }).trim()}, Node ${process.version}`;

const folder = await mkdtemp(join(tmpdir(), 'mediainfo-bench-'));
const service = await startService();
try {
  const keys = [];
  for (let i = 0; i < jobs; i++) {
    const clip = clips[i % clips.length];
    keys.push(await service.bucket.uploadFile(`bench/${i}-${clip}`, mediaFile(clip)));
  }
  const plain = await PlainFfprobe.in(folder, service.bucket);
  const client = mpsClients[0].create(service.endpoint);
  const input = (key) => JSON.stringify({ Bucket: 'example-bucket', Location: 'oss-cn-hangzhou', Object: encodeURIComponent(key) });
  await plain.probe(keys[0]);
  await client.call('SubmitMediaInfoJob', { Input: input(keys[0]), Async: 'false' });

  console.log(`machine: ${machine}`);
  console.log('| measure | service | plain ffprobe | ratio |');
  console.log('|---|--:|--:|--:|');
  await throughput(plain, client, keys, input);
  await latency(plain, client, keys, input);
} finally {
  await service.stop();
}

try {
  const table = await reading(folder);
  console.log(`\n${table.join('\n')}`);
  await writeFile(results, `# Reading large objects, service beside plain ffprobe\n\nWritten by \`bash eng/bench.sh\` on ${machine}. Every answer of storage comes
20 ms late and at 60 MB/s. "In series" is the longest chain of requests that each came after the answer of the one before;
MB is what storage handed to the network; ms is the whole signed call, for plain ffprobe the process. Medians.

${table.join('\n')}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function throughput(plain, client, keys, input) {
  let best = Infinity;
  for (const width of widths) {
    best = Math.min(best, await time(() => inParallel(keys, width, (key) => plain.probe(key))));
  }
  const own = await time(() => inParallel(keys, 16, async (key) => {
    const answer = await client.call('SubmitMediaInfoJob', { Input: input(key), Async: 'false' });
    if (answer.MediaInfoJob.State !== 'Success') {
      throw new Error(`${key}: ${JSON.stringify(answer.MediaInfoJob)}`);
    }
  }));
  const rate = (milliseconds) => (1000 * keys.length) / milliseconds;
  console.log(`| jobs a second, ${keys.length} jobs, signed submit to visible Success | ${fixed(rate(own))} | ${fixed(rate(best))} | ${fixed(best / own, 2)} |`);
}

// Taken in turns, so that whatever else the machine does falls on both.
async function latency(plain, client, keys, input) {
  const own = [];
  const peer = [];
  for (let i = 0; i < rounds; i++) {
    const key = keys[i % keys.length];
    peer.push(await time(() => plain.probe(key)));
    own.push(await time(() => client.call('SubmitMediaInfoJob', { Input: input(key), Async: 'false' })));
  }
  for (const times of [own, peer]) {
    times.sort((a, b) => a - b);
  }
  for (const [name, share] of [['p50', 0.5], ['p95', 0.95]]) {
    const [a, b] = [percentile(own, share), percentile(peer, share)];
    console.log(`| one job at rest, ms, ${name} of ${rounds} | ${fixed(a)} | ${fixed(b)} | ${fixed(b / a, 2)} |`);
  }
}
