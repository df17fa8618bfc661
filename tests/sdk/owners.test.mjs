import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { BlobServiceClient } from '@azure/storage-blob';
import { QueueServiceClient } from '@azure/storage-queue';
import { assertContains } from './support/contains.mjs';
import { eventually } from './support/eventually.mjs';
import { imsClient } from './support/ims-client.mjs';
import { MpcClient } from './support/mpc-client.mjs';
import { local, mpsClients, other, reader } from './support/mps-clients.mjs';
import { jobsBy } from './support/mps.mjs';
import { Bucket } from './support/objects.mjs';
import { mediaFile } from './support/paths.mjs';
import { sharing, startService } from './support/service.mjs';
import { send, v3 } from './support/signed.mjs';

// The two accounts of the sample settings, each with its own bucket and queue, on one storage account.
const accounts = {
  first: { key: local, project: 'local-project', bucket: 'example-bucket', queue: 'mediainfo-callbacks' },
  second: { key: other, project: 'other-project', bucket: 'other-bucket', queue: 'mediainfo-callbacks-other' },
};
const pairs = [
  { name: 'first', me: accounts.first, them: accounts.second },
  { name: 'second', me: accounts.second, them: accounts.first },
];
// Containers of the Functions host, the deployment, task hubs, logs and this service.
const containers = [
  'azure-webjobs-hosts', 'azure-webjobs-secrets', 'app-package-app-1234567', 'app-packages', 'deploymentpackage', 'scm-releases',
  'insights-logs-storageread', 'mediainfo-leases', 'mediainfo-applease', 'mediainfo-largemessages', 'anotherhub-leases',
  'mediainfo-jobs', 'mediainfo-results',
];
const queues = [
  'mediainfo-control-00', 'mediainfo-workitems', 'anotherhub-control-15', 'azure-webjobs-blobtrigger-app', 'callbacks', 'callbacks-poison',
  'analyses-6', 'analyses-poison', 'anything-poison',
];

let service;
let strict;
let former;
before(async () => {
  // The first process represents the time before the settings changed, when the second account had all buckets. The asset that it
  // registers is analysed before the process with the sample settings starts.
  service = await startService({ settings: sharing(1) });
  for (const name of ['example-bucket', 'other-bucket', ...containers]) {
    const bucket = await new Bucket(service.connectionString, name).create();
    await bucket.uploadFile('sample.mp4', mediaFile('sample.mp4'));
  }
  const { register, asset } = at(accounts.second, service);
  const { MediaId } = await register('example-bucket');
  former = await eventually('analysis of the asset', async () => {
    const found = await asset(MediaId);
    return found.MediaBasicInfo.Status === 'Normal' && found;
  });
  strict = await service.another();
});
after(() => service?.stop());

const refused = (promise, code, status, message = /\S/) =>
  assert.rejects(promise, (error) => {
    assert.deepEqual([error.code, error.status], [code, status], error.message);
    assert.match(error.message, message);
    return true;
  });

/** The calls of an account to an endpoint, in every dialect. */
function at({ key, project, bucket }, { endpoint } = strict) {
  const mps = (action, params) => mpsClients[0].create(endpoint, key).call(action, params);
  const ims = (action, params) => imsClient(endpoint, key).call(action, params);
  const mpc = new MpcClient(endpoint, { key, projectId: project });
  const place = (name, object = 'sample.mp4') => ({ bucket: name, location: 'region01', object });
  return {
    mps,
    ims,
    ...jobsBy(mps),
    byMps: (name, key = 'sample.mp4') =>
      mps('SubmitMediaInfoJob', { Input: JSON.stringify({ Bucket: name, Location: 'oss-cn-hangzhou', Object: key }), Async: true }),
    byIms: (name, key = 'sample.mp4') => ims('SubmitMediaInfoJob', { Input: JSON.stringify({ Type: 'OSS', Media: `oss://${name}/${key}` }) }),
    byAsset: (MediaId) => ims('SubmitMediaInfoJob', { Input: JSON.stringify({ Type: 'Media', Media: MediaId }) }),
    byMpc: (name, key) => mpc.create({ input: place(name, key) }),
    outputTo: (name, file_name) => mpc.create({ input: place(bucket), output: { ...place(name, 'reports'), file_name } }),
    taskOf: async (id) => (await mpc.list({ task_id: [id] })).tasks[0],
    register: (name, params) => ims('RegisterMediaInfo', { InputURL: `oss://${name}/sample.mp4`, ...params }),
    asset: async (MediaId) => (await ims('GetMediaInfo', { MediaId })).MediaInfo,
  };
}

/** Asserts that every way to name an object in a bucket is refused, with the dialect's error. */
async function assertClosed(account, name, key = 'sample.mp4') {
  const mine = at(account);
  const forbidden = ['Forbidden', 403, /User not authorized to operate on the specified resource/];
  await refused(mine.byMps(name, key), 'PermissionDenied.ResourceAccess', 403, /MTS not authorized to operate on the specified resource/);
  await refused(mine.byIms(name, key), ...forbidden);
  await refused(mine.byMpc(name, key), 'MPC.10202', 400, /Invalid request parameter/);
  await refused(mine.outputTo(name), 'MPC.10202', 400, /Invalid request parameter/);
  await refused(mine.register(name), ...forbidden);
  await refused(mine.ims('GetMediaInfo', { InputURL: `https://${name}.oss-cn-hangzhou.aliyuncs.com/${key}` }), ...forbidden);
  const { ForbiddenList } = await mine.ims('DeleteMediaInfos', { InputURLs: `oss://${name}/${key}` });
  assert.deepEqual(ForbiddenList, [`oss://${name}/${key}`]);
}

for (const { name, me, them } of pairs) {
  describe(`the ${name} account`, () => {
    test('reads and writes its own bucket', async () => {
      const mine = at(me);
      assertContains(await mine.finished((await mine.byMps(me.bucket)).MediaInfoJob.JobId), { State: 'Success' });
      const { task_id: id } = await mine.outputTo(me.bucket, 'own.json');
      await eventually('end of the task', async () => (await mine.taskOf(id)).status === 'SUCCEED');
    });

    test('is refused the bucket of the other one, whether or not the object exists', async () => {
      await assertClosed(me, them.bucket);
      await assertClosed(me, them.bucket, 'missing.mp4');
    });

    for (const container of containers) {
      test(`is refused ${container}`, () => assertClosed(me, container));
    }

    test('cannot reach such a container by another spelling of its name', async () => {
      const mine = at(me);
      const spellings = (text) => [text.toUpperCase(), text.replaceAll('-', '%2D'), `${text}.`, `${text}/`, ` ${text}`, text.replace('e', '\u0435'), `./${text}`];
      for (const spelling of ['azure-webjobs-hosts', them.bucket].flatMap(spellings)) {
        // Either refused at once, or the name of no existing bucket.
        const submitted = await mine.byMps(spelling).catch((error) => assert.equal(error.code, 'PermissionDenied.ResourceAccess'));
        if (submitted) {
          assertContains(await mine.finished(submitted.MediaInfoJob.JobId), { State: 'Fail', Code: 'InvalidParameter.ResourceNotFound' });
        }
      }
    });

    test('can name its own queue, but none of the other account, the task hub, the host or the service', async (t) => {
      const { mps, ims } = at(me);
      const { Id } = (await mps('AddPipeline', { Name: 'mine', NotifyConfig: JSON.stringify({ QueueName: me.queue }) })).Pipeline;
      t.after(() => mps('DeletePipeline', { PipelineId: Id }));
      const denied = ['PermissionDenied.ResourceAccess', 403];
      for (const queue of [them.queue, ...queues]) {
        for (const target of [{ QueueName: queue }, { Topic: queue }]) {
          const NotifyConfig = JSON.stringify(target);
          await refused(mps('AddPipeline', { Name: 'theirs', NotifyConfig }), ...denied);
          await refused(mps('UpdatePipeline', { PipelineId: Id, Name: 'theirs', State: 'Active', NotifyConfig }), ...denied);
        }
      }
      assertContains((await mps('QueryPipelineList', { PipelineIds: Id })).PipelineList.Pipeline, [{ Name: 'mine', NotifyConfig: { QueueName: me.queue } }]);
      for (const queue of ['ice-callback-poison', 'ice-callback-control-00', 'ice-callback-workitems']) {
        await refused(ims('SetEventCallback', { CallbackType: 'MNS', CallbackQueueName: queue, EventTypeList: 'ALL' }), 'Forbidden', 403);
        await refused(at(me).register(me.bucket, { UserData: JSON.stringify({ NotifyAddress: queue }) }), 'Forbidden', 403);
      }
    });
  });
}

describe('the second account', () => {
  test('can name only its own queue for events', async () => {
    const { ims, register } = at(accounts.second);
    const set = (CallbackQueueName) => ims('SetEventCallback', { CallbackType: 'MNS', CallbackQueueName, EventTypeList: 'ALL' });
    await refused(set('ice-callback-library'), 'Forbidden', 403);
    await refused(register('other-bucket', { UserData: '{"NotifyAddress":"ice-callback-library"}' }), 'Forbidden', 403);
    assertContains(await set('ice-callback-other-1'), { Success: true });
  });
});

describe('what an account had before its settings changed', () => {
  test('a registered object shows its known properties, but has no URL and cannot be analysed again', async () => {
    const { MediaId } = former;
    assert.equal((await fetch(former.FileInfoList[0].FileBasicInfo.FileUrl)).status, 200);
    const now = at(accounts.second);
    const lists = [
      (await now.asset(MediaId)).FileInfoList,
      (await now.ims('BatchGetMediaInfos', { MediaIds: MediaId, AdditionType: 'FileInfo' })).MediaInfos[0].FileInfoList,
      (await now.ims('ListMediaBasicInfos', { MediaId, IncludeFileBasicInfo: true })).MediaInfos[0].FileInfoList,
    ];
    for (const [{ FileBasicInfo }] of lists) {
      assertContains(FileBasicInfo, { FileName: 'sample.mp4', FileSize: /^\d+$/, FileUrl: undefined });
    }
    await refused(now.byAsset(MediaId), 'Forbidden', 403);
  });

  test('a pipeline with a queue of the other account sends nothing there, and the job says so', async () => {
    // Written as an earlier version of the service would have written it.
    const { mps, submit, told } = at(accounts.first);
    const { Id } = (await mps('AddPipeline', { Name: 'old', NotifyConfig: '{"QueueName":"queue-of-mine"}' })).Pipeline;
    const document = BlobServiceClient.fromConnectionString(service.connectionString)
      .getContainerClient('mediainfo-pipelines').getBlockBlobClient(`1000000000000001/${Id}.json`);
    const text = (await document.downloadToBuffer()).toString('utf8').replace('queue-of-mine', 'mediainfo-callbacks-other');
    await document.upload(text, Buffer.byteLength(text));
    const shown = async () => (await mps('QueryPipelineList', { PipelineIds: Id })).PipelineList.Pipeline[0].NotifyConfig.QueueName;
    await eventually('the old pipeline', async () => (await shown()) === 'mediainfo-callbacks-other');

    const { JobId } = (await submit('missing.mp4', { Async: true, PipelineId: Id })).MediaInfoJob;
    assertContains(await told(JobId), { ErrorCode: 'AccessDenied', ErrorMessage: /is not available to this account/, MessageId: undefined });
    const queue = QueueServiceClient.fromConnectionString(service.connectionString).getQueueClient('mediainfo-callbacks-other');
    const { peekedMessageItems } = await queue.peekMessages({ numberOfMessages: 32 });
    assert.ok(peekedMessageItems.every(({ messageText }) => !messageText.includes(JobId)));
  });
});

describe('a read-only key', () => {
  test('does not see the key that signs events', async () => {
    const set = { CallbackURL: 'https://example.com/', EventTypeList: 'ALL', AuthSwitch: 'on', AuthKey: 'Secret123' };
    await at(accounts.first).ims('SetEventCallback', set);
    assertContains(await at(accounts.first).ims('GetEventCallback'), set);
    const seen = await at({ ...accounts.first, key: reader }).ims('GetEventCallback');
    assertContains(seen, { ...set, AuthKey: undefined });
  });
});

describe('malformed text', () => {
  const mine = () => at(accounts.first);

  test('breaks no list, because a result file cannot have it in its name', async () => {
    for (const character of ['\ufffe', '\uffff', '\u0001', '\u007f', '\u0085', '\ud800']) {
      await refused(mine().outputTo('example-bucket', `a${character}.json`), 'MPC.10202', 400);
    }
  });

  test('in the address for the events of an asset is ignored', async () => {
    for (const address of ['\\ud800', 'ice-callback-a\\udfff', 'https://example.com/\\ud83d']) {
      const { MediaId } = await mine().register('example-bucket', { UserData: `{"NotifyAddress":"${address}"}`, Overwrite: true });
      assert.match(MediaId, /^[0-9a-f]{32}$/);
    }
  });

  for (const body of ['{"UserData":"\\ud800"}', '{"Input":"\\udfff\\ud800"}', '{"\\ud83d":"a"}', '{"Input":']) {
    test(`in the signed body ${body} is refused as such`, async () => {
      const answer = await send(v3(strict.endpoint, 'SubmitMediaInfoJob', {}, { type: 'application/json', body }));
      assert.deepEqual([answer.status, answer.json().Code], [400, 'InvalidParameter'], answer.text);
      assert.match(answer.json().Reason, /The request body is incomplete or malformed/);
    });
  }
});
