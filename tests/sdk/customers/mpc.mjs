// A program of a customer of Huawei Cloud: it has Media Processing Center extract the metadata of the objects that it is given, and
// asks for the state of its tasks until they end. Nothing in it is about another server than the vendor's; the environment is.
// usage: node mpc.mjs OBJECT…
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
// The vendor's package is @huaweicloud/huaweicloud-sdk-mpc.
import { models, MpcClient } from '../support/mpc-sdk.mjs';

// CommonJS with re-exports that an ES import does not see.
const { BasicCredentials } = createRequire(import.meta.url)('@huaweicloud/huaweicloud-sdk-core');

const { ACCESS_KEY_ID, ACCESS_KEY_SECRET, PROJECT_ID, BUCKET, REGION = 'region01' } = process.env;
const { MPC_ENDPOINT = `https://mpc.${REGION}.myhuaweicloud.com` } = process.env;

const credential = new BasicCredentials().withAk(ACCESS_KEY_ID).withSk(ACCESS_KEY_SECRET).withProjectId(PROJECT_ID);
const client = MpcClient.newBuilder().withCredential(credential).withEndpoint(MPC_ENDPOINT).build();
const keys = process.argv.slice(2);

function create(key, number) {
  const input = new models.ObsObjInfo().withBucket(BUCKET).withLocation(REGION).withModelObject(key);
  const output = new models.ObsObjInfo().withBucket(BUCKET).withLocation(REGION).withModelObject('metadata').withFileName(`${number}.json`);
  const body = new models.CreateExtractTaskReq().withInput(input).withOutput(output).withUserData('catalogue');
  return client.createExtractTask(new models.CreateExtractTaskRequest().withBody(body));
}

/** Takes a task back, unless it has begun. */
async function cancel(taskId) {
  try {
    return (await client.deleteExtractTask(new models.DeleteExtractTaskRequest().withTaskId(taskId))).httpStatusCode;
  } catch (error) {
    return error.errorCode;
  }
}

const ids = [];
for (const [i, key] of keys.entries()) {
  ids.push((await create(key, i)).task_id);
}

const tasks = new Map();
while (tasks.size < ids.length) {
  const open = ids.filter((id) => !tasks.has(id)).slice(0, 10);
  const answer = await client.listExtractTask(new models.ListExtractTaskRequest().withTaskId(open));
  for (const task of answer.tasks.filter(({ status }) => ['SUCCEED', 'FAILED', 'CANCELED'].includes(status))) {
    tasks.set(task.task_id, task);
  }
  await sleep(500);
}
const listed = await client.listExtractTask(new models.ListExtractTaskRequest().withStatus('SUCCEED').withPage(0).withSize(100));
const canceled = await cancel((await create(keys[0], keys.length)).task_id);

console.log(JSON.stringify({
  tasks: ids.map((id) => tasks.get(id)).map(({ input, status, metadata, user_data: userData }) =>
    [input.object, status, metadata?.duration, userData]),
  listed: listed.tasks.filter(({ task_id: id }) => ids.includes(id)).length,
  canceled,
}));
