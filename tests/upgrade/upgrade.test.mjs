// The previous and the current version on the same storage, with jobs under way: forwards, back, and both at once.
// eng/rehearse-upgrade.sh builds both and runs this.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Jobs } from '../../bench/func/jobs.mjs';
import { CountingStorage } from '../../bench/func/storage.mjs';
import { killTree } from '../../bench/processes.mjs';
import { startAzurite } from '../sdk/support/azurite.mjs';
import { eventually } from '../sdk/support/eventually.mjs';
import { jobsBy } from '../sdk/support/mps.mjs';
import { mpsClients } from '../sdk/support/mps-clients.mjs';
import { Bucket } from '../sdk/support/objects.mjs';
import { mediaFile } from '../sdk/support/paths.mjs';
import { isFunctionsHost, startVersion } from './versions.mjs';

// The storage clients honour a proxy even for the loopback address.
process.env.NO_PROXY = process.env.no_proxy = '127.0.0.1,localhost';

const bucket = 'example-bucket';
const clip = 'sample.mp4';
const underWay = 24;
const folder = mkdtempSync(join(tmpdir(), 'mediainfo-upgrade-'));
const of = ({ endpoint }) => jobsBy(mpsClients[0].create(endpoint).call);
const many = (submit) => Promise.all(Array.from({ length: underWay }, submit));
const format = async (host, id) => (await of(host).job(id)).Properties.Format;

after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

describe('on a storage account', () => {
  let azurite;
  let storage;
  const hosts = new Set();

  before(async () => {
    azurite = await startAzurite(folder);
    await (await new Bucket(azurite.connectionString, bucket).create()).uploadFile(clip, mediaFile(clip));
    storage = await CountingStorage.before(azurite.connectionString, [bucket]);
  });
  after(async () => {
    await Promise.all([...hosts].map((host) => host.stop()));
    await storage?.stop();
    await azurite?.stop();
  });

  const start = async (version) => {
    const host = await startVersion(version, folder, { storage: storage.connectionString });
    hosts.add(host);
    return host;
  };
  const stop = async (host) => {
    await host.stop();
    hosts.delete(host);
  };
  const jobsOf = (...all) => new Jobs({ hosts: all, connectionString: azurite.connectionString });

  // Every job has ended well, has one result, and was told of.
  async function assertEnded(jobs, ids) {
    await jobs.told(ids, { every: 200 });
    const documents = await jobs.documents();
    assert.deepEqual(ids.map((id) => documents.get(id).state), ids.map(() => 'Succeeded'));
    const results = await jobs.results();
    assert.deepEqual(ids.map((id) => results.get(id)), ids.map(() => 1));
  }

  // One version is killed, as an update of the kind Recreate does it, and the other one goes on.
  async function replace(first, second) {
    const old = await start(first);
    const done = (await of(old).analyse(clip)).JobId;
    const told = await format(old, done);
    const held = storage.hold(bucket, clip);
    const ids = await many(() => jobsOf(old).submit());
    await eventually('jobs are being read', () => held.waiting() >= 2);
    killTree(old.pid);
    await stop(old);
    held.release();
    const next = await start(second);
    await assertEnded(jobsOf(next), ids);
    assert.deepEqual(await format(next, done), told, 'a finished job reads differently');
    // What the other version starts, it also ends.
    await assertEnded(jobsOf(next), await many(() => jobsOf(next).submit()));
    await stop(next);
  }

  test('an upgrade ends the jobs that the previous version left, and reads its finished ones', () => replace('previous', 'current'));

  test('a rollback ends the jobs that the current version left, and reads its finished ones', () => replace('current', 'previous'));

  test('both versions work at once, and the one that is told to stop loses no job', async () => {
    const both = [await start('previous'), await start('current')];
    const held = storage.hold(bucket, clip);
    const jobs = jobsOf(...both);
    const ids = await many(() => jobs.submit());
    await eventually('jobs are being read', () => held.waiting() >= 2);
    const stopping = stop(both[0]);
    held.release();
    await stopping;
    await assertEnded(jobsOf(both[1]), ids);
    await stop(both[1]);
  });
});

describe('on the embedded store', { skip: isFunctionsHost && 'only Standalone has it' }, () => {
  const data = join(folder, 'data');
  const options = { data };

  before(() => {
    mkdirSync(join(data, 'media', bucket), { recursive: true });
    cpSync(mediaFile(clip), join(data, 'media', bucket, clip));
  });

  for (const [name, first, second] of [['an upgrade', 'previous', 'current'], ['a rollback', 'current', 'previous']]) {
    test(`${name} ends the jobs that were under way, and reads the finished ones`, async () => {
      const old = await startVersion(first, folder, options);
      let next;
      try {
        const done = (await of(old).analyse(clip)).JobId;
        const told = await format(old, done);
        const ids = await many(() => jobsOn(old).submit());
        killTree(old.pid);
        await old.stop();
        next = await startVersion(second, folder, options);
        for (const id of ids) {
          assert.equal((await of(next).finished(id)).State, 'Success');
        }
        assert.deepEqual(await format(next, done), told, 'a finished job reads differently');
      } finally {
        await old.stop();
        await next?.stop();
      }
    });
  }
});

/** Submits through one host of the embedded store. */
function jobsOn(host) {
  return { submit: async () => (await of(host).submit(clip)).MediaInfoJob.JobId };
}
