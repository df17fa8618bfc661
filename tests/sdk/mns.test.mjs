import MNS from '@alicloud/mns';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { QueueServiceClient } from '@azure/storage-queue';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Embedded } from './support/embedded.mjs';
import { jobsBy } from './support/mps.mjs';
import { mpsClients } from './support/mps-clients.mjs';
import { mediaFile } from './support/paths.mjs';
import { isFunctionsHost, startService } from './support/service.mjs';

const accountId = '1000000000000001';
const clientOf = (endpoint, accessKeyId = 'testid', accessKeySecret = 'testsecret') =>
  new MNS(accountId, { accessKeyId, accessKeySecret, endpoint });
const refusedAs = (code) => (error) => {
  assert.equal(error.name, `MNS${code}Error`, error.message);
  return true;
};
const decoded = ({ MessageBody }) => JSON.parse(Buffer.from(MessageBody, 'base64').toString('utf8'));

async function onAzure() {
  const service = await startService();
  const put = (key) => service.bucket.uploadFile(key, mediaFile(key));
  return { endpoint: service.endpoint, connectionString: service.connectionString, put, stop: () => service.stop() };
}

async function onEmbedded() {
  const folder = await mkdtemp(join(tmpdir(), 'mediainfo-sdk-'));
  const store = await new Embedded(folder).start();
  const stop = async () => {
    await store.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { endpoint: store.endpoint, put: (key) => store.put(key, key), stop };
}

// The real Functions host has no embedded store.
const stores = [
  { store: 'Azure Storage', start: onAzure, sorts: false },
  ...(isFunctionsHost ? [] : [{ store: 'the embedded store', start: onEmbedded, sorts: true }]),
];

for (const { store, start, sorts } of stores) {
  describe(`MNS by @alicloud/mns on ${store}`, () => {
    let service;
    let mns;
    before(async () => {
      service = await start();
      mns = clientOf(service.endpoint);
    });
    after(() => service?.stop());

    test('CreateQueue, GetQueueAttributes, SetQueueAttributes, ListQueue and DeleteQueue', async () => {
      const created = await mns.createQueue('Sdk_Queue-1', { VisibilityTimeout: 60 });
      assert.deepEqual([created.code, created.headers.location], [201, `${service.endpoint}/queues/Sdk_Queue-1`]);
      assert.equal((await mns.createQueue('Sdk_Queue-1', { VisibilityTimeout: 60 })).code, 204);
      await assert.rejects(mns.createQueue('Sdk_Queue-1', { VisibilityTimeout: 61 }), refusedAs('QueueAlreadyExist'));
      assert.equal((await mns.setQueueAttributes('Sdk_Queue-1', { PollingWaitSeconds: 1 })).code, 204);
      const { body } = await mns.getQueueAttributes('Sdk_Queue-1');
      assert.equal(body.QueueName, 'Sdk_Queue-1');
      assert.deepEqual([body.VisibilityTimeout, body.PollingWaitSeconds, body.ActiveMessages], ['60', '1', '0']);
      await mns.createQueue('Sdk_Queue-2');
      const listed = await mns.listQueue('Sdk_Queue-1', 10, 'Sdk_');
      assert.deepEqual(listed.body.map((queue) => queue.QueueURL), [`${service.endpoint}/queues/Sdk_Queue-2`]);
      assert.equal((await mns.deleteQueue('Sdk_Queue-2')).code, 204);
      await assert.rejects(mns.getQueueAttributes('Sdk_Queue-2'), refusedAs('QueueNotExist'));
    });

    test('SendMessage, PeekMessage, ReceiveMessage, ChangeMessageVisibility and DeleteMessage', async () => {
      await mns.createQueue('Messages');
      const sent = await mns.sendMessage('Messages', { MessageBody: 'text &lt;1&gt; 视频', Priority: 3 });
      assert.equal(sent.code, 201);
      assert.equal((await mns.peekMessage('Messages')).body.MessageBody, 'text <1> 视频');
      const { body } = await mns.receiveMessage('Messages', 5);
      assert.deepEqual([body.MessageBody, body.DequeueCount, body.Priority], ['text <1> 视频', '1', '3']);
      assert.equal(body.MessageBodyMD5, sent.body.MessageBodyMD5);
      assert.ok(Number(body.NextVisibleTime) > Number(body.EnqueueTime));
      const changed = await mns.changeMessageVisibility('Messages', body.ReceiptHandle, 60);
      await assert.rejects(mns.deleteMessage('Messages', body.ReceiptHandle), refusedAs('MessageNotExist'));
      assert.equal((await mns.deleteMessage('Messages', changed.body.ReceiptHandle)).code, 204);
      await assert.rejects(mns.receiveMessage('Messages'), refusedAs('MessageNotExist'));
      await assert.rejects(mns.deleteMessage('Messages', 'no.handle'), refusedAs('ReceiptHandleError'));
    });

    test('BatchSendMessage, BatchPeekMessage, BatchReceiveMessage and BatchDeleteMessage', async () => {
      await mns.createQueue('Batches');
      const bodies = ['low', 'high'];
      await mns.batchSendMessage('Batches', bodies.map((MessageBody, i) => ({ MessageBody, Priority: 16 - i * 15 })));
      assert.equal((await mns.batchPeekMessage('Batches', 16)).body.length, 2);
      const { body } = await mns.batchReceiveMessage('Batches', 16, 1);
      assert.deepEqual(body.map((message) => message.MessageBody), sorts ? ['high', 'low'] : bodies);
      const handles = body.map((message) => message.ReceiptHandle);
      assert.equal((await mns.batchDeleteMessage('Batches', handles)).code, 204);
      const again = await mns.batchDeleteMessage('Batches', handles);
      const [{ ErrorCode, ReceiptHandle }] = again.body;
      assert.deepEqual([again.code, ErrorCode, ReceiptHandle], [404, 'MessageNotExist', handles[0]]);
    });

    test('a receive that waits gets the completion message of a job, and its queue needs no creation', async () => {
      await service.put('sample.mp4');
      const [{ create }] = mpsClients;
      const { analyse } = jobsBy((action, params) => create(service.endpoint).call(action, params));
      const ended = analyse('sample.mp4', { Async: true, UserData: 'for-mns' });
      for (;;) {
        const { body } = await mns.receiveMessage('mediainfo-callbacks', 30).catch((error) => {
          assert.ok(['MNSMessageNotExistError', 'MNSQueueNotExistError'].includes(error.name), error.message);
          return {};
        });
        if (body) {
          await mns.deleteMessage('mediainfo-callbacks', body.ReceiptHandle);
          const message = decoded(body);
          assert.deepEqual([message.State, message.UserData, message.JobId], ['Success', 'for-mns', (await ended).JobId]);
          return;
        }
      }
    });

    test('a receive that waits in vain ends as one that does not wait', async () => {
      await mns.createQueue('Empty');
      await assert.rejects(mns.receiveMessage('Empty', 1), refusedAs('MessageNotExist'));
      await assert.rejects(mns.batchReceiveMessage('Empty', 16, 1), refusedAs('MessageNotExist'));
    });

    test('a wrong secret, a foreign queue and a key without the permission are refused', async () => {
      const receive = (...key) => clientOf(service.endpoint, ...key).receiveMessage('Messages');
      await assert.rejects(receive('testid', 'wrong'), refusedAs('SignatureDoesNotMatch'));
      await assert.rejects(receive('nobody'), refusedAs('InvalidAccessKeyId'));
      await assert.rejects(receive('reader', 'readersecret'), refusedAs('AccessDenied'));
      await assert.rejects(mns.receiveMessage('other-queue'), refusedAs('AccessDenied'));
    });

    test("what Azure's client sends is received, and what the service sends is plain text for it", { skip: sorts }, async () => {
      const queue = QueueServiceClient.fromConnectionString(service.connectionString).getQueueClient('azures-own');
      await queue.create();
      await queue.sendMessage('{"from":"azure"}');
      assert.deepEqual(decoded((await mns.receiveMessage('azures-own', 5)).body), { from: 'azure' });
    });
  });
}
