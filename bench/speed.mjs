import { mediaFile } from '../tests/sdk/support/paths.mjs';
import { startService } from '../tests/sdk/support/service.mjs';
import { Connection } from './connection.mjs';
import { fixed, inParallel, percentile, time } from './measure.mjs';
import { PlainFfprobe } from './peer.mjs';
import { everyObject } from './settings.mjs';
import { analyseTarget, queryTarget } from './signed-requests.mjs';

const clips = ['sample.mp4', 'subtitles.mkv', 'service.ts', 'sound.mp3', 'rotated.mp4'];
const jobs = Number(process.env.BENCH_JOBS ?? 500);
const rounds = Number(process.env.BENCH_ROUNDS ?? 100);
const queries = Number(process.env.BENCH_QUERIES ?? 20_000);
const widths = [2, 4, 8];
const submitters = 32;
const askers = 16;

/** Jobs per second, the time of one job compared with ffprobe alone, and queries per second. */
export async function speed(folder) {
  const service = await startService({ settings: everyObject });
  const connections = [];
  try {
    const keys = [];
    for (let i = 0; i < jobs; i++) {
      const clip = clips[i % clips.length];
      keys.push(await service.bucket.uploadFile(`bench/${i}-${clip}`, mediaFile(clip)));
    }
    const plain = await PlainFfprobe.in(folder, service.bucket);
    for (let i = 0; i < submitters; i++) {
      connections.push(await Connection.to(service.endpoint));
    }
    const lines = ['| measure | service | peer | ratio |', '|---|--:|--:|--:|'];
    await analyseAll(connections, keys.slice(0, 50));
    lines.push(await throughput(plain, connections, keys));
    lines.push(...await latency(plain, connections[0], keys));
    lines.push(...await query(connections.slice(0, askers), keys));
    return lines;
  } finally {
    connections.forEach((connection) => connection.close());
    await service.stop();
  }
}

async function analyse(connection, key) {
  const { status, body } = await connection.get(analyseTarget(key));
  const job = status === 200 && JSON.parse(body).MediaInfoJob;
  if (job?.State !== 'Success') {
    throw new Error(`${key}: ${status} ${body}`);
  }
  return job.JobId;
}

async function analyseAll(connections, keys) {
  const ids = [];
  await inParallel(keys, connections.length, async (key, lane) => { ids.push(await analyse(connections[lane], key)); });
  return ids;
}

// The peer at its best parallelism against the service, each twice, alternating.
async function throughput(plain, connections, keys) {
  let peer = Infinity;
  let own = Infinity;
  for (let round = 0; round < 2; round++) {
    for (const width of widths) {
      peer = Math.min(peer, await time(() => inParallel(keys, width, (key) => plain.probe(key))));
    }
    own = Math.min(own, await time(() => analyseAll(connections, keys)));
  }
  const rate = (milliseconds) => (1000 * keys.length) / milliseconds;
  return `| jobs a second, ${keys.length} jobs, signed submit to visible Success; ffprobe at its best width | ${fixed(rate(own))} | ${fixed(rate(peer))} | ${fixed(peer / own, 2)} |`;
}

// Alternates, so that other load on the machine affects both.
async function latency(plain, connection, keys) {
  const own = [];
  const peer = [];
  for (let i = 0; i < rounds; i++) {
    const key = keys[i % keys.length];
    peer.push(await time(() => plain.probe(key)));
    own.push(await time(() => analyse(connection, key)));
  }
  const added = own.map((milliseconds, i) => milliseconds - peer[i]);
  return [['p50', 0.5], ['p95', 0.95]].map(([name, share]) => {
    const [a, b, more] = [own, peer, added].map((times) => percentile(times, share));
    return `| one job at rest, ms, ${name} of ${rounds}; added to ffprobe: ${fixed(more)} ms | ${fixed(a)} | ${fixed(b)} | ${fixed(a / b, 2)} |`;
  });
}

async function query(connections, keys) {
  const ids = await analyseAll(connections, keys.slice(0, 200));
  const some = (i) => Array.from({ length: 10 }, (_, j) => ids[(i * 7 + j) % ids.length]);
  const signed = () => Array.from({ length: queries / 2 }, (_, i) => queryTarget(some(i)));
  await ask(connections, signed());
  const own = await ask(connections, signed());
  const peer = await ask(connections, Array.from({ length: queries }, () => '/health/live'));
  const rate = ({ count, milliseconds }) => (1000 * count) / milliseconds;
  const p99 = ({ times }) => percentile(times, 0.99);
  return [
    `| queries of 10 finished jobs a second, ${connections.length} connections | ${fixed(rate(own), 0)} | ${fixed(rate(peer), 0)} | ${fixed(rate(own) / rate(peer), 2)} |`,
    `| the same, ms, p99 | ${fixed(p99(own))} | ${fixed(p99(peer))} | ${fixed(p99(own) / p99(peer), 2)} |`,
  ];
}

async function ask(connections, targets) {
  const times = [];
  const milliseconds = await time(() => inParallel(targets, connections.length, async (target, lane) => {
    times.push(await time(async () => {
      const { status, body } = await connections[lane].get(target);
      if (status !== 200) {
        throw new Error(`${status} ${body}`);
      }
    }));
  }));
  return { count: targets.length, milliseconds, times };
}
