// A program of a customer of Alibaba Cloud: it has ApsaraVideo Media Processing analyse the objects that it is given, and learns of
// their ends from a queue of Message Service. Nothing in it is about another server than the vendor's; the environment is.
// usage: node mps.mjs OBJECT…
import { createRequire } from 'node:module';
import MNS from '@alicloud/mns';

// CommonJS with re-exports that an ES import does not see.
const mts = createRequire(import.meta.url)('@alicloud/mts20140618');

const { ACCESS_KEY_ID: accessKeyId, ACCESS_KEY_SECRET: accessKeySecret, ACCOUNT_ID, BUCKET, QUEUE } = process.env;
const { REGION = 'cn-hangzhou', MTS_ENDPOINT = `mts.${REGION}.aliyuncs.com`, PROTOCOL = 'HTTPS' } = process.env;
const { MNS_ENDPOINT = `https://${ACCOUNT_ID}.mns.${REGION}.aliyuncs.com` } = process.env;

const client = new mts.default({ endpoint: MTS_ENDPOINT, protocol: PROTOCOL, regionId: REGION, accessKeyId, accessKeySecret });
const queues = new MNS(ACCOUNT_ID, { endpoint: MNS_ENDPOINT, accessKeyId, accessKeySecret });
const keys = process.argv.slice(2);

/** The vendor's services put base64 into the body. */
const read = (body) => JSON.parse(Buffer.from(body, 'base64').toString('utf8'));

/** Takes the queue's next messages, up to sixteen, waiting for the first as long as the server allows. */
async function receive() {
  try {
    return (await queues.batchReceiveMessage(QUEUE, 16, 30)).body;
  } catch (error) {
    if (error.name === 'MNSMessageNotExistError') {
      return [];
    }
    throw error;
  }
}

await queues.createQueue(QUEUE, { VisibilityTimeout: 60, PollingWaitSeconds: 10 });
const added = await client.addPipeline(new mts.AddPipelineRequest({
  name: QUEUE, speed: 'Standard', notifyConfig: JSON.stringify({ QueueName: QUEUE }),
}));
const { id: pipelineId } = added.body.pipeline;

const waiting = new Map();
for (const key of keys) {
  const input = JSON.stringify({ Bucket: BUCKET, Location: `oss-${REGION}`, Object: encodeURIComponent(key) });
  const request = new mts.SubmitMediaInfoJobRequest({ input, pipelineId, userData: 'catalogue', async: true });
  const { body } = await client.submitMediaInfoJob(request);
  waiting.set(body.mediaInfoJob.jobId, key);
}
const jobIds = [...waiting.keys()];

const told = [];
while (waiting.size > 0) {
  const messages = await receive();
  for (const { MessageBody } of messages) {
    const { Type, State, JobId, UserData } = read(MessageBody);
    if (waiting.delete(JobId)) {
      told.push({ Type, State, UserData });
    }
  }
  if (messages.length > 0) {
    await queues.batchDeleteMessage(QUEUE, messages.map(({ ReceiptHandle }) => ReceiptHandle));
  }
}

const jobs = [];
for (let first = 0; first < jobIds.length; first += 10) {
  const mediaInfoJobIds = jobIds.slice(first, first + 10).join(',');
  const { body } = await client.queryMediaInfoJobList(new mts.QueryMediaInfoJobListRequest({ mediaInfoJobIds }));
  jobs.push(...body.mediaInfoJobList.mediaInfoJob);
}
const { body: found } = await client.searchPipeline(new mts.SearchPipelineRequest({ state: 'Active', pageNumber: 1, pageSize: 100 }));
const { body: listed } = await queues.listQueue('', 100, QUEUE);

await client.deletePipeline(new mts.DeletePipelineRequest({ pipelineId }));
await queues.deleteQueue(QUEUE);

console.log(JSON.stringify({
  jobs: jobs.map(({ input, state, properties }) => [decodeURIComponent(input.object), state, properties?.duration]),
  told,
  pipeline: found.pipelineList.pipeline.find(({ id }) => id === pipelineId)?.notifyConfig.queueName,
  queue: listed.map(({ QueueURL }) => QueueURL.split('/').at(-1)),
}));
