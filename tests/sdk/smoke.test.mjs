// The smoke test of a deployment: it passes against a running service, and says what to do about each thing that can go wrong.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { local, reader } from './support/mps-clients.mjs';
import { inRepository, mediaFile } from './support/paths.mjs';
import { freePorts } from './support/ports.mjs';
import { startService } from './support/service.mjs';

const script = inRepository('eng/smoke.mjs');
const empty = mkdtempSync(join(tmpdir(), 'mediainfo-no-tools-'));
let service;
let settings;
before(async () => {
  service = await startService();
  settings = {
    ENDPOINT: service.endpoint,
    AzureWebJobsStorage: service.connectionString,
    MEDIAINFO_ACCESS_KEY_ID: local.accessKeyId,
    MEDIAINFO_ACCESS_KEY_SECRET: local.accessKeySecret,
    MEDIAINFO_CALLBACK_QUEUE: 'mediainfo-callbacks',
  };
});
after(async () => {
  await service?.stop();
  rmSync(empty, { recursive: true, force: true });
});

/** Runs the script; nothing of this machine's own sign-ins and settings reaches it. */
function smoke(env, ...args) {
  const surroundings = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(AZURE|MEDIAINFO|AzureWebJobs)/.test(name)));
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], { env: { ...surroundings, PATH: empty, ...settings, ...env } }, (error, stdout, stderr) =>
      resolve({ status: error ? error.code : 0, stdout, stderr }));
  });
}

async function failing(words, env, ...args) {
  const { status, stderr } = await smoke(env, ...args);
  assert.match(stderr, words);
  assert.equal(status, 1, stderr);
  assert.ok(!stderr.includes('Signature='), stderr);
}

/** An account whose service refuses every call with this status and code. */
async function refusing(status, code, use) {
  const server = createServer((_, answer) => {
    answer.writeHead(status, { 'x-ms-error-code': code, 'content-type': 'application/xml' });
    answer.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>Refused.</Message></Error>`);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await use(`http://127.0.0.1:${server.address().port}/devstoreaccount1`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const withEndpoint = (name, address) => service.connectionString.replace(new RegExp(`${name}Endpoint=[^;]*`), `${name}Endpoint=${address}`);

describe('the smoke test', () => {
  test('analyses the sample, takes its message and leaves no object', async () => {
    const { status, stdout, stderr } = await smoke({});
    assert.equal(status, 0, stderr);
    const lines = stdout.trim().split('\n');
    assert.match(lines[0], /is ready$/);
    assert.match(stdout, /its state is Success, its format \S*mp4/);
    assert.match(stdout, /its message was in the queue mediainfo-callbacks/);
    assert.equal(lines.at(-1), 'smoke test: passed');
    const [, id] = /submitted the job (\w+)/.exec(stdout);
    assert.equal(await service.callbacks.has(id), false);
    const bucket = service.bucket.container.constructor;
    const left = new bucket(service.connectionString, 'smoke-test').getBlockBlobClient('smoke-test/sample.mp4');
    assert.equal(await left.exists(), false);
  });

  test('uses the first bucket of the deployment, or the given one', async () => {
    assert.match((await smoke({ MEDIAINFO_BUCKETS: 'films, sounds' })).stdout, /to the bucket films$/m);
    assert.match((await smoke({ MEDIAINFO_BUCKETS: 'films' }, '--bucket', 'given')).stdout, /to the bucket given$/m);
  });

  test('passes without a callback queue, and says that it read no message', async () => {
    const { status, stdout } = await smoke({ MEDIAINFO_CALLBACK_QUEUE: '' });
    assert.equal(status, 0);
    assert.match(stdout, /no message to read, because MEDIAINFO_CALLBACK_QUEUE is not set/);
  });

  test('is skipped if that is set', async () => {
    const { status, stdout } = await smoke({ MEDIAINFO_SMOKE_TEST: 'false' });
    assert.deepEqual([status, stdout], [0, 'smoke test: skipped, because MEDIAINFO_SMOKE_TEST is false\n']);
  });

  test('does not start without a deployment, or with a wrong option', async () => {
    const { status, stderr } = await smoke({ ENDPOINT: '' });
    assert.equal(status, 2);
    assert.match(stderr, /there is no deployment to test/);
    assert.equal((await smoke({}, '--seconds', 'many')).status, 2);
  });
});

describe('the smoke test says what to do if', () => {
  test('the app is not ready', async () => {
    const [port] = await freePorts(1);
    await failing(/the app .*does not get ready: .*\/health\/ready does not answer 200/i, {}, '--endpoint', `http://127.0.0.1:${port}`, '--seconds', '1');
  });

  test('the secret is wrong', () => failing(/does not accept the signature: the secret of the key testid/, { MEDIAINFO_ACCESS_KEY_SECRET: 'other' }));

  test('the key is unknown', () => failing(/does not know the key nobody/, { MEDIAINFO_ACCESS_KEY_ID: 'nobody' }));

  test('the key may not submit', () => failing(/The key reader may not submit jobs: MEDIAINFO_ACCESS_KEY_ACTIONS/,
    { MEDIAINFO_ACCESS_KEY_ID: reader.accessKeyId, MEDIAINFO_ACCESS_KEY_SECRET: reader.accessKeySecret }));

  test('nobody is signed in', async () => {
    await failing(/You are not signed in. Run `azd auth login`/, { AZURE_MEDIA_BLOB_URL: 'https://media.invalid/' });
    await failing(/You are not signed in/, { MEDIAINFO_ACCESS_KEY_SECRET: '', AZURE_ACCESS_KEY_SECRET_URL: 'https://vault.invalid/secrets/x' });
  });

  test('one has no data role on the media account', () => refusing(403, 'AuthorizationPermissionMismatch', (address) =>
    failing(/You may not upload to the media account. Set MEDIAINFO_OPERATOR_DATA_ROLES/,
      { AzureWebJobsStorage: withEndpoint('Blob', address) }, '--seconds', '1')));

  test('the media account is closed to this machine', () => refusing(403, 'AuthorizationFailure', (address) =>
    failing(/The media account is closed to this machine.*MEDIAINFO_ALLOWED_IPS/, { AzureWebJobsStorage: withEndpoint('Blob', address) })));

  test('one has no data role on the callback queue', () => refusing(403, 'AuthorizationPermissionMismatch', (address) =>
    failing(/You may not read the queue mediainfo-callbacks/, { AzureWebJobsStorage: withEndpoint('Queue', address) }, '--seconds', '10')));

  test('the message does not arrive', () => failing(/its completion message did not arrive in the queue elsewhere/,
    { MEDIAINFO_CALLBACK_QUEUE: 'elsewhere' }, '--seconds', '10'));

  test('the sample was not analysed', () => failing(/The sample was not analysed[\s\S]*\(\S+: \S+/, {}, mediaFile('README.md')));
});
