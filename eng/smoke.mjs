// Whether a deployment works: analyses a sample through its public address and reads the completion message. See usage below.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { AzureCliCredential, AzureDeveloperCliCredential, ChainedTokenCredential } from '@azure/identity';
import { BlobServiceClient } from '@azure/storage-blob';
import { QueueServiceClient } from '@azure/storage-queue';
import { Caller, lineOf } from './caller.mjs';
import { eventually } from './eventually.mjs';
import { answersReady, explain, isPending } from './smoke-words.mjs';

const usage = `usage: node eng/smoke.mjs [--endpoint URL] [--bucket NAME] [--seconds N] [FILE]
  --endpoint URL   the service's address (ENDPOINT of azd's environment)
  --bucket NAME    where the sample is put (the first of MEDIAINFO_BUCKETS, or smoke-test)
  --seconds N      how long to wait for the app, for roles, for the job and for its message (600)
  FILE             the sample (tests/media/sample.mp4)
It takes what it needs from azd's environment, as the hook of azure.yaml does, and signs in as azd or az does. With a connection
string in AzureWebJobsStorage it uses that account, for the callback queue and, without AZURE_MEDIA_BLOB_URL, for the media.
MEDIAINFO_SMOKE_TEST=false skips everything.`;

const values = readOptions();
const env = { ...azdEnvironment(), ...process.env };
const endpoint = (values.endpoint ?? env.ENDPOINT)?.replace(/\/+$/, '');
const seconds = Number(values.seconds);
const storage = env.AzureWebJobsStorage;
const first = (list) => list?.split(',')[0].trim() || undefined;
const credential = new ChainedTokenCredential(new AzureDeveloperCliCredential(), new AzureCliCredential());

if (env.MEDIAINFO_SMOKE_TEST === 'false') {
  console.log('smoke test: skipped, because MEDIAINFO_SMOKE_TEST is false');
} else if (!endpoint || !env.MEDIAINFO_ACCESS_KEY_ID) {
  console.error('error: there is no deployment to test: ENDPOINT and MEDIAINFO_ACCESS_KEY_ID are set by `azd up`\n' + usage);
  process.exitCode = 2;
} else {
  await test();
}

async function test() {
  let step = 'ready';
  const next = (name, done) => {
    console.log(`smoke test: ${done}`);
    step = name;
  };
  try {
    await eventually('answer that the app is ready', () => answersReady(endpoint), { seconds });
    next('secret', `${endpoint} is ready`);
    const accessKeySecret = env.MEDIAINFO_ACCESS_KEY_SECRET || (await secretOfVault());
    const caller = new Caller({
      endpoint,
      accessKeyId: env.MEDIAINFO_ACCESS_KEY_ID,
      accessKeySecret,
      location: first(env.MEDIAINFO_LOCATIONS) ?? 'oss-cn-hangzhou',
      container: blobs().getContainerClient(values.bucket ?? first(env.MEDIAINFO_BUCKETS) ?? 'smoke-test'),
      key: 'smoke-test/sample.mp4',
      queue: env.MEDIAINFO_CALLBACK_QUEUE && queues().getQueueClient(env.MEDIAINFO_CALLBACK_QUEUE),
      seconds,
    });
    step = 'upload';
    await patiently(() => caller.upload(values.file));
    next('submit', `uploaded ${caller.key} to the bucket ${caller.container.containerName}`);
    try {
      const id = await caller.submit('smoke test');
      next('job', `submitted the job ${id}`);
      const job = await caller.finished(id);
      if (job.State !== 'Success') {
        throw Object.assign(new Error(job.Message), { code: job.Code });
      }
      next('message', `its state is Success, its format ${job.Properties.Format.FormatName}`);
      if (caller.queue) {
        await patiently(() => caller.message(id));
        console.log(`smoke test: its message was in the queue ${env.MEDIAINFO_CALLBACK_QUEUE}`);
      } else {
        console.log('smoke test: no message to read, because MEDIAINFO_CALLBACK_QUEUE is not set');
      }
    } finally {
      await caller.remove();
    }
    console.log('smoke test: passed');
  } catch (error) {
    console.error(`error: ${explain(step, error, { endpoint, env })}`);
    console.error(`  (${error.code ?? error.name}: ${lineOf(error)})`);
    process.exitCode = 1;
  }
}

/** Tries again for as long as a new role may still be on its way. */
async function patiently(action) {
  let last;
  return eventually('permission', async () => {
    try {
      return (await action()) ?? true;
    } catch (error) {
      last = error;
      if (isPending(error)) {
        return undefined;
      }
      throw error;
    }
  }, { seconds }).catch((error) => {
    throw last ?? error;
  });
}

function blobs() {
  const { AZURE_MEDIA_BLOB_URL: address } = env;
  return address ? new BlobServiceClient(address, credential) : BlobServiceClient.fromConnectionString(storage);
}

function queues() {
  return storage ? QueueServiceClient.fromConnectionString(storage) : new QueueServiceClient(env.AZURE_CALLBACK_QUEUE_URL, credential);
}

async function secretOfVault() {
  const { token } = await credential.getToken('https://vault.azure.net/.default');
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${env.AZURE_ACCESS_KEY_SECRET_URL}?api-version=7.4`, { headers, signal: AbortSignal.timeout(60_000) });
  const { value, error } = await answer.json();
  if (!answer.ok) {
    throw Object.assign(new Error(error?.message), { code: error?.innererror?.code ?? error?.code, statusCode: answer.status });
  }
  return value;
}

/** The values of azd's environment, which a hook has already and a person's shell has not. */
function azdEnvironment() {
  if (process.env.ENDPOINT || values.endpoint || process.env.MEDIAINFO_SMOKE_TEST === 'false') {
    return {};
  }
  const { status, stdout } = spawnSync('azd', ['env', 'get-values', '--output', 'json'], { encoding: 'utf8' });
  return status === 0 ? JSON.parse(stdout) : {};
}

function readOptions() {
  try {
    const options = { endpoint: { type: 'string' }, bucket: { type: 'string' }, seconds: { type: 'string', default: '600' } };
    const { values: given, positionals } = parseArgs({ options, allowPositionals: true });
    if (!/^[1-9]\d{0,4}$/.test(given.seconds) || positionals.length > 1) {
      throw new Error('--seconds needs a number, and there is only one sample');
    }
    return { ...given, file: positionals[0] ?? fileURLToPath(new URL('../tests/media/sample.mp4', import.meta.url)) };
  } catch (error) {
    console.error(`error: ${error.message}\n${usage}`);
    process.exit(2);
  }
}
