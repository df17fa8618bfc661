import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { Embedded } from '../tests/sdk/support/embedded.mjs';
import { eventually } from '../tests/sdk/support/eventually.mjs';
import { benchmarks } from './benchmarks.mjs';
import { Connection } from './connection.mjs';
import { fixed, inParallel, median, percentile, time } from './measure.mjs';
import { copyOfFfprobe, environment, probe, show } from './peer.mjs';
import { memoryOf, ownTime } from './processes.mjs';
import { everyObject, unlimited } from './settings.mjs';
import { analyseTarget, getTarget, listTarget, submitTarget } from './signed-requests.mjs';

const clips = ['sample.mp4', 'subtitles.mkv', 'service.ts', 'sound.mp3', 'rotated.mp4'];
const jobs = Number(process.env.BENCH_JOBS ?? 500);
const rounds = Number(process.env.BENCH_ROUNDS ?? 100);
const stored = Number(process.env.BENCH_STORED ?? 1_000_000);
const few = 1000;
const widths = [2, 3, 4, 6, 8];
const lanes = 32;
const account = '1000000000000001';

/** The self-hosted service on its own store beside bare ffprobe on the same files, and what grows with the stored jobs. */
export async function embedded(folder) {
  const binary = await copyOfFfprobe(folder);
  const service = await new Embedded(folder, { ...unlimited, ...everyObject }).start();
  try {
    await sleep(3000);
    const atRest = memoryOf(service.pid);
    const keys = [];
    for (let i = 0; i < jobs; i++) {
      keys.push(await service.put(`bench/${i}-${clips[i % clips.length]}`, clips[i % clips.length]));
    }
    const lines = ['| measure | target | service | bare ffprobe | ratio |', '|---|--:|--:|--:|--:|'];
    lines.push(...await throughput(service, binary, keys));
    lines.push(...await latency(service, binary, keys));
    lines.push(`| resident at rest, MB | <= 100 | ${fixed(atRest / 1e6, 0)} | | |`);
    await service.stop();
    lines.push(await repeated(service, keys));
    return [...lines, '', ...await growth(service)];
  } finally {
    await service.stop();
  }
}

// Each job once: its nonce, signed before the clock starts, because signing costs the client more than sending.
async function analyseAll(connections, keys) {
  const targets = keys.map(analyseTarget);
  return time(() => inParallel(targets, connections.length, async (target, lane) => succeeded(await connections[lane].get(target))));
}

function succeeded({ status, body }) {
  const job = status === 200 && JSON.parse(body).MediaInfoJob;
  if (job?.State !== 'Success') {
    throw new Error(`${status} ${body}`);
  }
}

// Started by xargs, which costs less than a process of Node's.
function probeAll(service, binary, keys, width) {
  const files = keys.map((key) => service.fileOf(key)).join('\n');
  return time(() => execFileSync('xargs', ['-P', String(width), '-n', '1', binary, ...show], { input: files, env: { ...environment, PATH: process.env.PATH }, stdio: ['pipe', 'ignore', 'ignore'] }));
}

async function throughput(service, binary, keys) {
  const connections = await connect(service, lanes);
  await analyseAll(connections, keys);
  let [own, bare, cost] = [Infinity, Infinity, Infinity];
  for (let round = 0; round < 3; round++) {
    for (const width of widths) {
      bare = Math.min(bare, await probeAll(service, binary, keys, width));
    }
    const before = ownTime(service.pid);
    own = Math.min(own, await analyseAll(connections, keys));
    cost = Math.min(cost, (1000 * (ownTime(service.pid) - before)) / keys.length);
  }
  close(connections);
  const rate = (milliseconds) => fixed((1000 * keys.length) / milliseconds);
  return [
    `| jobs a second, ${keys.length} jobs, signed submit to visible Success; ffprobe at its best width | >= 0.8 | ${rate(own)} | ${rate(bare)} | ${fixed(bare / own, 2)} |`,
    `| the service's own processor time a job, ms | <= 3 | ${fixed(cost, 2)} | | |`,
  ];
}

// Alternates, so that other load on the machine affects both.
async function latency(service, binary, keys) {
  const [connection] = await connect(service, 1);
  const [own, bare] = [[], []];
  for (let i = 0; i < rounds; i++) {
    const key = keys[i % keys.length];
    bare.push(await time(() => probe(binary, service.fileOf(key))));
    own.push(await analyseAll([connection], [key]));
  }
  close([connection]);
  const added = own.map((milliseconds, i) => milliseconds - bare[i]);
  return [['p50', 0.5, 6], ['p95', 0.95, 12]].map(([name, share, target]) => {
    const [a, b, more] = [own, bare, added].map((times) => percentile(times, share));
    return `| one job at rest, ms, ${name} of ${rounds}; added: ${fixed(more)} ms | ${target} ms added | ${fixed(a)} | ${fixed(b)} | ${fixed(a / b, 2)} |`;
  });
}

// The service knows all objects after the first pass.
async function repeated(service, keys) {
  await service.start({ MediaInfo__Probe__RememberedObjects: '1000' });
  const connections = await connect(service, lanes);
  await analyseAll(connections, keys);
  const times = [];
  for (let round = 0; round < 6; round++) {
    times.push(await analyseAll(connections, keys));
  }
  close(connections);
  await service.stop();
  return `| the same objects again, unchanged, jobs a second | >= 2000 | ${fixed((1000 * keys.length) / Math.min(...times), 0)} | | |`;
}

async function growth(service) {
  const rows = [];
  for (const size of [few, stored]) {
    benchmarks('fill', service.data, account, String(size));
    await service.start();
    const [connection] = await connect(service, 1);
    rows.push(await requests(connection, service));
    close([connection]);
    await service.stop();
  }
  return [
    `| request, ms, median of ${rounds} | ${few} stored jobs more | ${stored} more | last : first, target <= 1.2 |`,
    '|---|--:|--:|--:|',
    ...Object.keys(rows[0]).map((name) => `| ${name} | ${fixed(rows[0][name], 2)} | ${fixed(rows[1][name], 2)} | ${fixed(rows[1][name] / rows[0][name], 2)} |`),
  ];
}

async function requests(connection, service) {
  const key = await service.put('bench/grown.mp4', 'sample.mp4');
  const answer = async (target) => {
    const { status, body } = await connection.get(target);
    if (status !== 200) {
      throw new Error(`${status} ${body}`);
    }
    return JSON.parse(body);
  };
  const id = (await answer(submitTarget(key))).MediaInfoJob.JobId;
  await eventually('the end of the job', async () => (await answer(getTarget(id))).MediaInfoJob.Status === 'Success');
  const kinds = { submit: () => submitTarget(key), 'query by id': () => getTarget(id), 'first page of a list': listTarget };
  const medians = {};
  for (const [name, target] of Object.entries(kinds)) {
    const times = [];
    for (let i = 0; i < rounds; i++) {
      const signed = target();
      times.push(await time(() => answer(signed)));
      // A submitted job is out of the way of the next request.
      await sleep(name === 'submit' ? 60 : 0);
    }
    medians[name] = median(times);
  }
  return medians;
}

const connect = (service, count) => Promise.all(Array.from({ length: count }, () => Connection.to(service.endpoint)));
const close = (connections) => connections.forEach((connection) => connection.close());
