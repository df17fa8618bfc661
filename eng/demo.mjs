// What a user of the service does: upload, submit, query, read the notification.
// usage: node eng/demo.mjs ENDPOINT FILE, with the storage's connection string in AzureWebJobsStorage.
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import RPCClient from '@alicloud/pop-core';
import { BlobServiceClient } from '@azure/storage-blob';
import { QueueServiceClient } from '@azure/storage-queue';

const [endpoint, file] = process.argv.slice(2);
const storage = process.env.AzureWebJobsStorage;
const bucket = 'example-bucket';
const key = `demo/${basename(file)}`;
const deadline = Date.now() + 180_000;

const client = new RPCClient({
  endpoint,
  apiVersion: '2014-06-18',
  accessKeyId: 'testid',
  accessKeySecret: 'testsecret',
  opts: { method: 'POST', timeout: 60_000 },
});

async function upload() {
  const container = BlobServiceClient.fromConnectionString(storage).getContainerClient(bucket);
  await container.createIfNotExists();
  await container.getBlockBlobClient(key).uploadFile(file);
}

async function submit() {
  const input = { Bucket: bucket, Location: 'oss-cn-hangzhou', Object: encodeURIComponent(key) };
  const params = { Input: JSON.stringify(input), UserData: 'demo', Async: true };
  return (await client.request('SubmitMediaInfoJob', params)).MediaInfoJob.JobId;
}

async function query(id) {
  const answer = await client.request('QueryMediaInfoJobList', { MediaInfoJobIds: id });
  return answer.MediaInfoJobList.MediaInfoJob[0];
}

async function takeCallback(id) {
  const queue = QueueServiceClient.fromConnectionString(storage).getQueueClient('mediainfo-callbacks');
  // Messages of other jobs reappear after the visibility timeout; hiding them briefly is the only way to see past the first 32.
  const { receivedMessageItems } = await queue.receiveMessages({ numberOfMessages: 32, visibilityTimeout: 5 });
  const mine = receivedMessageItems.find((message) => message.messageText.includes(id));
  if (mine) {
    await queue.deleteMessage(mine.messageId, mine.popReceipt);
  }
  return mine?.messageText;
}

async function until(what, poll) {
  for (;;) {
    const found = await poll();
    if (found) {
      return found;
    }
    if (Date.now() > deadline) {
      throw new Error(`no ${what} in time`);
    }
    await sleep(250);
  }
}

try {
  await upload();
  const id = await submit();
  const finished = await until('end of the job', async () => {
    const job = await query(id);
    return job.State !== 'Analyzing' && job;
  });
  console.log(`job:\n${JSON.stringify(finished, null, 2)}`);
  console.log(`callback:\n${await until('callback', () => takeCallback(id))}`);
  process.exitCode = finished.State === 'Success' ? 0 : 1;
} catch (error) {
  // These messages contain the URL, which carries a signature.
  console.error(`error: ${String(error.message).replace(/, URL: .*/s, '')}`);
  process.exitCode = 1;
}
