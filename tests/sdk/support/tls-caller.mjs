// Submits a job and reads its end with every SDK, and prints the outcomes as JSON. A process of its own, because Node reads the
// authorities that it trusts (NODE_EXTRA_CA_CERTS) only when it starts.
// usage: node tls-caller.mjs ENDPOINT KEY
import { eventually } from './eventually.mjs';
import { imsClient } from './ims-client.mjs';
import { MpcClient } from './mpc-client.mjs';
import { mpsClients } from './mps-clients.mjs';
import { jobsBy } from './mps.mjs';

const [endpoint, key] = process.argv.slice(2);

async function byIms() {
  const { call } = imsClient(endpoint);
  const Input = JSON.stringify({ Type: 'OSS', Media: `oss://example-bucket/${key}` });
  const { JobId } = (await call('SubmitMediaInfoJob', { Input })).MediaInfoJob;
  return eventually(`end of job ${JobId}`, async () => {
    const { Status } = (await call('GetMediaInfoJob', { JobId })).MediaInfoJob;
    return Status !== 'Init' && Status;
  });
}

async function byLibrary() {
  const { call } = imsClient(endpoint);
  const { MediaId } = await call('RegisterMediaInfo', { InputURL: `oss://example-bucket/${key}` });
  return (await call('GetMediaInfo', { MediaId })).MediaInfo.MediaBasicInfo.Source;
}

async function byMpc() {
  const client = new MpcClient(endpoint);
  const { task_id: id } = await client.create({ input: { bucket: 'example-bucket', location: 'region01', object: key } });
  return eventually(`end of task ${id}`, async () => {
    const { status } = (await client.list({ task_id: [id] })).tasks[0];
    return !['INIT', 'WAITING', 'PREPROCESS', 'PROCESSING'].includes(status) && status;
  });
}

const callers = [
  ...mpsClients.map(({ name, create }) => [name, async () => (await jobsBy(create(endpoint).call).analyse(key)).State]),
  ['openapi-client, ims', byIms],
  ['openapi-client, media library', byLibrary],
  ['huaweicloud-sdk-core', byMpc],
];
const outcomes = {};
for (const [name, call] of callers) {
  outcomes[name] = await call().catch((error) => `failed: ${error.message}`);
}
console.log(JSON.stringify(outcomes));
process.exit(0);
