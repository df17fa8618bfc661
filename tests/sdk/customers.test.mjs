// Programs as the vendors' customers write them (tests/sdk/customers) run against the service. Their environment alone tells them
// where it is: addresses, a key and the authority of its certificate.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { signedByOwnAuthority } from './support/certificates.mjs';
import { Embedded } from './support/embedded.mjs';
import { local } from './support/mps-clients.mjs';
import { inRepository, mediaFile } from './support/paths.mjs';
import { isFunctionsHost, startService } from './support/service.mjs';

const run = promisify(execFile);
const folder = await mkdtemp(join(tmpdir(), 'mediainfo-customers-'));
// The platform ends TLS before a Functions app.
const tls = isFunctionsHost ? undefined : await signedByOwnAuthority(folder);
const clips = ['sample.mp4', 'rotated.mp4', 'subtitles.mkv', 'service.ts', 'sound.mp3'];
const keys = Array.from({ length: 10 }, (_, i) => `catalogue 目录/${i + 1} ${clips[i % clips.length]}`);
const all = (value) => keys.map(() => value);

after(() => rm(folder, { recursive: true, force: true }));

async function onAzureStorage() {
  const service = await startService({ tls });
  for (const [i, key] of keys.entries()) {
    await service.bucket.uploadFile(key, mediaFile(clips[i % clips.length]));
  }
  return service;
}

async function onEmbeddedStore() {
  const service = await new Embedded(folder).start({}, { tls });
  for (const [i, key] of keys.entries()) {
    await service.put(key, clips[i % clips.length]);
  }
  return service;
}

const stores = [{ store: 'Azure Storage', start: onAzureStorage }];
if (!isFunctionsHost) {
  stores.push({ store: 'the embedded store', start: onEmbeddedStore });
}

for (const { store, start } of stores) {
  describe(`a customer's program, with the service on ${store}${tls ? ' over https' : ''},`, () => {
    let service;
    before(async () => {
      service = await start();
    });
    after(() => service?.stop());

    /** What the program prints at its end. */
    async function outcome(program, environment) {
      const { host } = new URL(service.endpoint);
      // The vendor's queues have a host of their own. The clients for Node share connections by host (docs/mns.md).
      const queues = service.endpoint.replace('127.0.0.1', 'localhost');
      const settings = {
        ACCESS_KEY_ID: local.accessKeyId,
        ACCESS_KEY_SECRET: local.accessKeySecret,
        BUCKET: 'example-bucket',
        ...(tls ? { NODE_EXTRA_CA_CERTS: tls.ca } : { PROTOCOL: 'HTTP' }),
        ...environment({ host, queues, endpoint: service.endpoint }),
      };
      const script = inRepository(`tests/sdk/customers/${program}.mjs`);
      const options = { env: { ...process.env, ...settings }, timeout: 540_000 };
      const { stdout } = await run(process.execPath, [script, ...keys], options).catch((error) => {
        throw new Error(error.stderr || error.message);
      });
      return JSON.parse(stdout.split('\n').filter(Boolean).at(-1));
    }

    test('of MPS submits ten files, waits in its queue, queries, lists and deletes', async () => {
      const ACCOUNT_ID = '1000000000000001';
      const QUEUE = 'Catalogue-Done';
      const found = await outcome('mps', ({ host, queues }) => ({ MTS_ENDPOINT: host, MNS_ENDPOINT: queues, ACCOUNT_ID, QUEUE }));
      const byKey = new Map(found.jobs.map(([key, ...rest]) => [key, rest]));
      assert.deepEqual([...byKey.keys()].sort(), [...keys].sort());
      for (const [state, duration] of byKey.values()) {
        assert.equal(state, 'Success');
        assert.match(duration, /^\d+\.\d{6}$/);
      }
      assert.deepEqual(found.told, all({ Type: 'MediaInfo', State: 'Success', UserData: 'catalogue' }));
      assert.equal(found.pipeline, QUEUE);
      assert.deepEqual(found.queue, [QUEUE]);
    });

    test('of IMS submits ten files, waits in its queues, queries, lists, registers and deletes', async () => {
      const ACCOUNT_ID = '1000000000000001';
      const names = { JOB_QUEUE: 'mediainfo-callbacks', EVENT_QUEUE: 'ice-callback-catalogue' };
      const found = await outcome('ims', ({ host, queues }) => ({ ICE_ENDPOINT: host, MNS_ENDPOINT: queues, ACCOUNT_ID, ...names }));
      assert.deepEqual(found.jobs.map(([key, status]) => [key, status]), keys.map((key) => [key, 'Success']));
      assert.deepEqual(found.told, all({ Type: 'MediaInfo', State: 'Success', UserData: 'catalogue' }));
      assert.equal(found.listedJobs, 10);
      assert.deepEqual(found.events, all(['RegisterMediaComplete', 'Success']));
      assert.deepEqual(found.assets.map(([title]) => title), keys);
      for (const [, , duration] of found.jobs) {
        assert.match(duration, /^\d+\.\d{6}$/);
      }
      assert.deepEqual(found.assets.map(([, duration]) => duration), found.jobs.map(([, , duration]) => duration));
      assert.equal(found.streams, 1);
      assert.deepEqual([found.listedAssets, found.refused, found.left], [10, [], 0]);
    });

    test('of MPC submits ten files, asks until they end, lists and takes one back', async () => {
      const found = await outcome('mpc', ({ endpoint }) => ({ MPC_ENDPOINT: endpoint, PROJECT_ID: 'local-project' }));
      assert.deepEqual(found.tasks.map(([key, status]) => [key, status]), keys.map((key) => [key, 'SUCCEED']));
      for (const [, , duration, userData] of found.tasks) {
        assert.ok(Number.isInteger(duration) && duration > 0);
        assert.equal(userData, 'catalogue');
      }
      assert.equal(found.listed, 10);
      assert.ok([204, 'MPC.10212'].includes(found.canceled), `${found.canceled}`);
    });
  });
}
