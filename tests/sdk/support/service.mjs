import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAzurite } from './azurite.mjs';
import { Callbacks } from './callbacks.mjs';
import { startFunctions } from './functions.mjs';
import { Bucket } from './objects.mjs';
import { startStandalone } from './standalone.mjs';

// The storage clients honour a proxy even for the loopback address.
process.env.NO_PROXY = process.env.no_proxy = '127.0.0.1,localhost';

// The tests are the same for both hosts; MEDIAINFO_SDK_HOST=func selects the real Functions host.
export const isFunctionsHost = process.env.MEDIAINFO_SDK_HOST === 'func';
const startHost = isFunctionsHost ? startFunctions : startStandalone;

/**
 * Settings that let an account, given by its index in the settings, use everything that the first one may use. Accounts share a
 * bucket or a queue if both name it by the same pattern.
 */
export const sharing = (account) => ({
  [`MediaInfo__Accounts__List__${account}__Buckets__9__Name`]: '*',
  [`MediaInfo__Accounts__List__${account}__Buckets__9__Access`]: 'ReadWrite',
  [`MediaInfo__Accounts__List__${account}__Queues__9`]: '*',
});

/**
 * Starts the service and its storage in their own folder; `stop` removes everything.
 * `tls` (files `cert` and `key`) lets Standalone serve https.
 * `storage` can put a proxy before the storage: the service gets the connection string that it returns.
 */
export async function startService({ settings, tls, storage = async (connectionString) => connectionString } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'mediainfo-sdk-'));
  const parts = [];
  const stop = async () => {
    for (const part of parts.reverse()) {
      await part.stop();
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const azurite = await startAzurite(folder);
    parts.push(azurite);
    const bucket = await new Bucket(azurite.connectionString).create();
    const { connectionString } = azurite;
    const seen = await storage(connectionString);
    const another = async (more, how) => {
      const host = await startHost(folder, seen, more, how);
      parts.push(host);
      return host;
    };
    const { endpoint, log, pid } = await another(settings, { tls });
    return {
      endpoint,
      /** Standalone's process id; undefined for the Functions host. */
      pid,
      bucket,
      connectionString,
      callbacks: new Callbacks(connectionString),
      callbacksIn: (queue) => new Callbacks(connectionString, queue),
      logged: () => readFileSync(log, 'utf8'),
      /** Starts another process on the same storage. */
      another,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
