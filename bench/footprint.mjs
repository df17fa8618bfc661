import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startAzurite } from '../tests/sdk/support/azurite.mjs';
import { startService } from '../tests/sdk/support/service.mjs';
import { Connection } from './connection.mjs';
import { fixed, inParallel, median, time } from './measure.mjs';
import { objects } from './objects/objects.mjs';
import { PlainFfprobe } from './peer.mjs';
import { childrenOf, memoryOf, ofProcess } from './processes.mjs';
import { everyObject } from './settings.mjs';
import { analyseTarget, queryTarget } from './signed-requests.mjs';
import { SlowStorage } from './slow-storage.mjs';

const probes = 16;
const starts = 5;
const mega = 1e6;

/** Memory at rest and during many probes, and the time from start to the first answer. */
export async function footprint(folder) {
  return [
    '| measure | service | peer | ratio |',
    '|---|--:|--:|--:|',
    ...await memory(folder),
    await start(),
  ];
}

async function memory(folder) {
  let storage;
  const service = await startService({
    settings: { ...everyObject, MediaInfo__Worker__Concurrency: String(probes) },
    storage: async (connectionString) => {
      storage = await SlowStorage.before(connectionString, 'example-bucket');
      return storage.connectionString;
    },
  });
  const connections = [];
  try {
    await sleep(3000);
    const atRest = memoryOf(service.pid);
    const { key, files } = [...objects()].find(({ name }) => name.includes('moov last'));
    for (const [file, content] of files()) {
      await service.bucket.container.getBlockBlobClient(file).uploadData(content);
    }
    for (let i = 0; i < probes; i++) {
      connections.push(await Connection.to(service.endpoint));
    }
    const keys = Array.from({ length: probes * 8 }, () => key);
    const busy = await peak(() => inParallel(keys, probes, (one, lane) => connections[lane].get(analyseTarget(one))), () => [service.pid]);
    const plain = await PlainFfprobe.in(folder, service.bucket, storage.authority);
    const alone = await peak(() => inParallel(keys, probes, (one) => plain.probe(one)), () => childrenOf(process.pid).filter(isFfprobe));
    const mb = (bytes) => fixed(bytes / mega, 0);
    return [
      `| resident at rest, MB | ${mb(atRest)} | | |`,
      `| resident with ${probes} probes under way, MB; ffprobe alone | ${mb(busy.own)} | ${mb(alone.own)} | ${fixed(busy.own / alone.own, 2)} |`,
      `| the same with its ffprobes (at most ${busy.count} at once) | ${mb(busy.all)} | ${mb(alone.own)} | ${fixed(busy.all / alone.own, 2)} |`,
    ];
  } finally {
    connections.forEach((connection) => connection.close());
    await service.stop();
    await storage?.stop();
  }
}

async function start() {
  const [own, peer] = [[], []];
  for (let i = 0; i < starts; i++) {
    const folder = await mkdtemp(join(tmpdir(), 'mediainfo-start-'));
    let azurite;
    peer.push(await time(async () => { azurite = await startAzurite(folder); }));
    await azurite.stop();
    await rm(folder, { recursive: true, force: true });
  }
  const service = await startService();
  try {
    for (let i = 0; i < starts; i++) {
      own.push(await time(async () => {
        const { endpoint } = await service.another();
        const connection = await Connection.to(endpoint);
        await connection.get(queryTarget(['0'.repeat(32)]));
        connection.close();
      }));
    }
  } finally {
    await service.stop();
  }
  return `| start to the first answered query, ms; start of the storage emulator | ${fixed(median(own), 0)} | ${fixed(median(peer), 0)} | ${fixed(median(own) / median(peer), 2)} |`;
}

/** The peak memory while a task runs: of the processes, and of the processes with their ffprobes. */
async function peak(task, roots) {
  let ended = false;
  const running = task().finally(() => { ended = true; });
  const most = { own: 0, all: 0, count: 0 };
  while (!ended) {
    const pids = roots();
    const children = pids.flatMap(childrenOf).filter(isFfprobe);
    const own = sum(pids);
    most.own = Math.max(most.own, own);
    most.all = Math.max(most.all, own + sum(children));
    most.count = Math.max(most.count, children.length);
    await sleep(20);
  }
  await running;
  return most;
}

const sum = (pids) => pids.reduce((total, pid) => total + memoryOf(pid), 0);
const isFfprobe = (pid) => ofProcess(pid, 'cmdline').split('\0')[0].endsWith('ffprobe');
