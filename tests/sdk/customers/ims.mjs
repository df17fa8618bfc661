// A program of a customer of Alibaba Cloud: it has Intelligent Media Services analyse the objects that it is given, then registers
// them in the media library, and learns of every end from queues of Message Service. Nothing in it is about another server than the
// vendor's; the environment is.
// usage: node ims.mjs OBJECT…
import MNS from '@alicloud/mns';
// The vendor's package is @alicloud/ice20201109.
import ice from '../support/ims-sdk.mjs';

const { ACCESS_KEY_ID: accessKeyId, ACCESS_KEY_SECRET: accessKeySecret, ACCOUNT_ID, BUCKET, JOB_QUEUE, EVENT_QUEUE } = process.env;
const { REGION = 'cn-hangzhou', ICE_ENDPOINT = `ice.${REGION}.aliyuncs.com`, PROTOCOL = 'HTTPS' } = process.env;
const { MNS_ENDPOINT = `https://${ACCOUNT_ID}.mns.${REGION}.aliyuncs.com` } = process.env;

const client = new ice.default({ endpoint: ICE_ENDPOINT, protocol: PROTOCOL, regionId: REGION, accessKeyId, accessKeySecret });
const queues = new MNS(ACCOUNT_ID, { endpoint: MNS_ENDPOINT, accessKeyId, accessKeySecret });
const keys = process.argv.slice(2);

/** The vendor's services put base64 into the body. */
const read = (body) => JSON.parse(Buffer.from(body, 'base64').toString('utf8'));

/** Takes messages one by one until each id was told of, and deletes those that told of one. */
async function until(queue, ids, idOf) {
  const waiting = new Set(ids);
  const told = [];
  while (waiting.size > 0) {
    const { MessageBody, ReceiptHandle } = await receive(queue);
    const body = MessageBody && read(MessageBody);
    if (body && waiting.delete(idOf(body))) {
      told.push(body);
      await queues.deleteMessage(queue, ReceiptHandle);
    }
  }
  return told;
}

/** Takes the queue's next message, waiting for it as long as the server allows; no members if none came. */
async function receive(queue) {
  try {
    return (await queues.receiveMessage(queue, 30)).body;
  } catch (error) {
    if (error.name === 'MNSMessageNotExistError') {
      return {};
    }
    throw error;
  }
}

await queues.createQueue(JOB_QUEUE);
await queues.createQueue(EVENT_QUEUE);

const jobIds = [];
for (const key of keys) {
  const media = `oss://${BUCKET}/${encodeURI(key)}`;
  const { body } = await client.submitMediaInfoJob(new ice.SubmitMediaInfoJobRequest({
    input: new ice.SubmitMediaInfoJobRequestInput({ type: 'OSS', media }),
    name: key,
    scheduleConfig: new ice.SubmitMediaInfoJobRequestScheduleConfig({ priority: 6 }),
    userData: 'catalogue',
  }));
  jobIds.push(body.mediaInfoJob.jobId);
}
const told = await until(JOB_QUEUE, jobIds, ({ JobId }) => JobId);
const jobs = [];
for (const jobId of jobIds) {
  jobs.push((await client.getMediaInfoJob(new ice.GetMediaInfoJobRequest({ jobId }))).body.mediaInfoJob);
}
const { body: list } = await client.listMediaInfoJobs(new ice.ListMediaInfoJobsRequest({ pageSize: 100, status: 'Success' }));

await client.setEventCallback(new ice.SetEventCallbackRequest({
  callbackType: 'MNS', callbackQueueName: EVENT_QUEUE, eventTypeList: 'RegisterMediaComplete',
}));
const mediaIds = [];
for (const key of keys) {
  const inputURL = `oss://${BUCKET}/${encodeURI(key)}`;
  const { body } = await client.registerMediaInfo(new ice.RegisterMediaInfoRequest({ inputURL, title: key, mediaTags: 'catalogue' }));
  mediaIds.push(body.mediaId);
}
const events = await until(EVENT_QUEUE, mediaIds, ({ MessageBody }) => MessageBody.MediaId);
const { body: batch } = await client.batchGetMediaInfos(new ice.BatchGetMediaInfosRequest({
  mediaIds: mediaIds.join(','), additionType: 'FileInfo',
}));
const { body: one } = await client.getMediaInfo(new ice.GetMediaInfoRequest({ mediaId: mediaIds[0] }));
const { body: assets } = await client.listMediaBasicInfos(new ice.ListMediaBasicInfosRequest({ maxResults: 100, status: 'Normal' }));

const { body: deleted } = await client.deleteMediaInfos(new ice.DeleteMediaInfosRequest({ mediaIds: mediaIds.join(',') }));
const { body: left } = await client.listMediaBasicInfos(new ice.ListMediaBasicInfosRequest({ maxResults: 100 }));
await queues.deleteQueue(EVENT_QUEUE);

console.log(JSON.stringify({
  jobs: jobs.map(({ name, status, mediaInfoProperty }) => [name, status, mediaInfoProperty?.fileBasicInfo.duration]),
  told: told.map(({ Type, State, UserData }) => ({ Type, State, UserData })),
  listedJobs: list.jobs.filter(({ jobId }) => jobIds.includes(jobId)).length,
  events: events.map(({ EventType, MessageBody }) => [EventType, MessageBody.Status]),
  assets: batch.mediaInfos.map(({ mediaBasicInfo, fileInfoList }) => [mediaBasicInfo.title, fileInfoList[0].fileBasicInfo.duration]),
  streams: one.mediaInfo.fileInfoList[0].videoStreamInfoList.length,
  listedAssets: assets.mediaInfos.filter(({ mediaId }) => mediaIds.includes(mediaId)).length,
  refused: [...(deleted.ignoredList ?? []), ...(deleted.forbiddenList ?? [])],
  left: left.mediaInfos.filter(({ mediaId }) => mediaIds.includes(mediaId)).length,
}));
