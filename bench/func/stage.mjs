import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAzurite } from '../../tests/sdk/support/azurite.mjs';
import { eventually } from '../../tests/sdk/support/eventually.mjs';
import { Bucket } from '../../tests/sdk/support/objects.mjs';
import { mediaFile } from '../../tests/sdk/support/paths.mjs';
import { inParallel } from '../measure.mjs';
import { kinds } from './hosts.mjs';
import { bucket, clip, Jobs } from './jobs.mjs';
import { ownersOfQueues } from './partitions.mjs';
import { CountingStorage } from './storage.mjs';

// The storage clients honour a proxy even for the loopback address.
process.env.NO_PROXY = process.env.no_proxy = '127.0.0.1,localhost';

/**
 * Gives a task a deployment with storage of its own, warm, and stops all of it afterwards. `counted` puts the counting proxies
 * before storage, which lengthens calls a little. A kind that is not in the list has storage and no service.
 */
export async function onStage(kind, { counted = false, settings = {}, warmUp = 40 }, task) {
  const folder = await mkdtemp(join(tmpdir(), 'mediainfo-measure-'));
  // If a signal ends this process.
  const clear = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', clear);
  const parts = [];
  try {
    const azurite = await startAzurite(folder);
    parts.push(azurite);
    const { connectionString } = azurite;
    const objects = await new Bucket(connectionString, bucket).create();
    await objects.uploadFile(clip, mediaFile(clip));
    const storage = counted ? await CountingStorage.before(connectionString, [bucket]) : undefined;
    if (storage) {
      parts.push(storage);
    }
    const hosts = [];
    const start = async (name) => {
      const host = await kinds[kind].start(folder, storage?.connectionString ?? connectionString, settings, name);
      parts.push(host);
      return host;
    };
    for (let i = 0; i < (kinds[kind]?.processes ?? 0); i++) {
      hosts.push(await start(`instance-${i}`));
    }
    if (kinds[kind]?.sharesQueues) {
      await shared(connectionString);
    }
    const jobs = new Jobs({ hosts, connectionString });
    await warm(jobs, warmUp);
    return await task({ folder, storage, hosts, jobs, objects, start });
  } catch (error) {
    throw new Error(`${kind}: ${error.message}`, { cause: error });
  } finally {
    for (const part of parts.reverse()) {
      await part.stop();
    }
    await rm(folder, { recursive: true, force: true });
    process.off('exit', clear);
  }
}

// The runtime compiles code as it is used, in steps.
async function warm(jobs, count) {
  const ids = [];
  await inParallel(Array.from({ length: count }), 4, async () => { ids.push(await jobs.submit()); });
  await jobs.told(ids);
  for (let i = 0; i < count / 4; i++) {
    await jobs.analyse();
  }
}

// The second host takes over half of the control queues a few seconds after it has started. Until then it runs no orchestration.
async function shared(connectionString) {
  await eventually('both hosts own as many control queues', async () => {
    const owners = await ownersOfQueues(connectionString);
    return new Set(owners).size === 2 && owners.filter((owner) => owner === owners[0]).length === owners.length / 2;
  });
}
