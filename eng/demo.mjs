// What a user of the service does: upload, submit, query, read the notification.
// usage: node eng/demo.mjs ENDPOINT FILE, with the storage's connection string in AzureWebJobsStorage.
import { basename } from 'node:path';
import { BlobServiceClient } from '@azure/storage-blob';
import { QueueServiceClient } from '@azure/storage-queue';
import { Caller, lineOf } from './caller.mjs';

const [endpoint, file] = process.argv.slice(2);
const storage = process.env.AzureWebJobsStorage;

try {
  const caller = new Caller({
    endpoint,
    accessKeyId: 'testid',
    accessKeySecret: 'testsecret',
    location: 'oss-cn-hangzhou',
    container: BlobServiceClient.fromConnectionString(storage).getContainerClient('example-bucket'),
    key: `demo/${basename(file)}`,
    queue: QueueServiceClient.fromConnectionString(storage).getQueueClient('mediainfo-callbacks'),
  });
  await caller.upload(file);
  const id = await caller.submit('demo');
  const job = await caller.finished(id);
  console.log(`job:\n${JSON.stringify(job, null, 2)}`);
  console.log(`callback:\n${await caller.message(id)}`);
  process.exitCode = job.State === 'Success' ? 0 : 1;
} catch (error) {
  console.error(`error: ${lineOf(error)}`);
  process.exitCode = 1;
}
