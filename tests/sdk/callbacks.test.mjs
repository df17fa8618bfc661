import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { selfSigned } from './support/certificates.mjs';
import { assertContains } from './support/contains.mjs';
import { listen } from './support/listener.mjs';
import { local, mpsClients, other } from './support/mps-clients.mjs';
import { jobsBy, refused } from './support/mps.mjs';
import { mediaFile } from './support/paths.mjs';
import { sharing, startService } from './support/service.mjs';

// A job for this object fails at once, and sends its message like any other.
const nothing = 'nowhere/missing.mp4';
const deliveries = 3;
const fewDeliveries = 2;
// The signing key of an account without a callback key, as a receiver derives it from the secret of the account's first key.
const derivedKey = createHmac('sha256', 'testsecret').update('MediaInfo callback key').digest('hex');

let open;
let impatient;
let guarded;
let trusted;
let stranger;
let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mediainfo-sdk-'));
  trusted = await selfSigned(folder, 'localhost');
  stranger = await selfSigned(await mkdtemp(join(folder, 'other-')), 'localhost');
  const settings = (tries) => ({
    ...sharing(1),
    MediaInfo__Callbacks__AllowPrivateAddresses: 'true',
    MediaInfo__Worker__MaxCallbackDeliveries: String(tries),
    MediaInfo__Accounts__List__1__CallbackKey: 'key-for-callbacks',
    SSL_CERT_FILE: trusted?.file,
  });
  // The delay doubles with each retry, so tests in which all deliveries fail use fewer.
  [open, impatient, guarded] = await Promise.all([
    startService({ settings: settings(deliveries) }),
    startService({ settings: settings(fewDeliveries) }),
    startService({ settings: { MediaInfo__Worker__MaxCallbackDeliveries: '1', MediaInfo__Callbacks__Timeout: '00:00:01' } }),
  ]);
  await open.bucket.uploadFile('sample.mp4', mediaFile('sample.mp4'));
});
after(async () => {
  await Promise.all([open, impatient, guarded].map((service) => service?.stop()));
  await rm(folder, { recursive: true, force: true });
});

/** The calls of one account to a service. They use pop-core, which supports all of NotifyConfig. */
function at(service, key = local) {
  const call = (action, params) => mpsClients[0].create(service.endpoint, key).call(action, params);
  const jobs = jobsBy(call);
  /** Submits a job to a pipeline with that target; returns its id and the RequestId of the submission. */
  const run = async (target, { object = nothing, ...params } = {}) => {
    const NotifyConfig = JSON.stringify(target);
    const PipelineId = (await call('AddPipeline', { Name: 'of-a-test', NotifyConfig })).Pipeline.Id;
    const submitted = await jobs.submit(object, { Async: true, PipelineId, ...params });
    return { id: submitted.MediaInfoJob.JobId, RequestId: submitted.RequestId };
  };
  return { ...jobs, run };
}

async function listening(t, answer, options) {
  const listener = await listen(answer, options);
  t.after(() => listener.stop());
  return listener;
}

/** Verifies a post as a receiver does, by the documented rule. */
function assertSigned({ method, headers, body }, key) {
  assert.equal(method, 'POST');
  assert.match(headers['content-type'], /^application\/json(; ?charset=utf-8)?$/i);
  const timestamp = headers['x-mediainfo-timestamp'];
  assert.match(timestamp, /^\d+$/);
  assert.ok(Math.abs(Number(timestamp) - Date.now() / 1000) < 600, timestamp);
  const delivery = headers['x-mediainfo-delivery'];
  assert.match(delivery, /\S/);
  const mac = createHmac('sha256', key).update(`${timestamp}.${delivery}.${body}`, 'utf8').digest('hex');
  assert.equal(headers['x-mediainfo-signature'], `sha256=${mac}`);
}

describe('a completion message', { concurrency: true }, () => {
  for (const [kind, target] of Object.entries({
    queue: { QueueName: 'queue-of-mine' },
    topic: { Topic: 'topic-of-mine' },
  })) {
    test(`reaches the ${kind} of the pipeline, and no other`, async () => {
      const { run, told } = at(open);
      const UserData = '{"key":"value 值 🎬"}';
      const { id, RequestId } = await run(target, { UserData });
      const message = await open.callbacksIn(Object.values(target)[0]).of(id);
      assert.deepEqual(message, { Type: 'MediaInfo', State: 'Fail', JobId: id, UserData, RequestId });
      assertContains(await told(id), { MessageId: /\S/, ErrorCode: undefined, ErrorMessage: undefined });
      assert.equal(await open.callbacks.has(id), false);
    });
  }

  test('is posted to an HTTP target as the documented JSON, signed with a key derived from the first key of the account', async (t) => {
    const { received, port } = await listening(t);
    const { run, told, job } = at(open);
    const UserData = '{"key":"value 值 🎬","quote":"\\""}';
    const { id, RequestId } = await run({ Url: `http://127.0.0.1:${port}/hook?a=b%20c` }, { object: 'sample.mp4', UserData });
    const result = await told(id);
    assert.equal(received.length, 1);
    assert.equal(received[0].url, '/hook?a=b%20c');
    assert.deepEqual(JSON.parse(received[0].body), { Type: 'MediaInfo', State: 'Success', JobId: id, UserData, RequestId });
    assertSigned(received[0], derivedKey);
    assertContains(result, { MessageId: received[0].headers['x-mediainfo-delivery'], ErrorCode: undefined });
    assertContains(await job(id), { State: 'Success' });
  });

  test('is signed with the callback key of an account that has one, and has no UserData if none was given', async (t) => {
    const { received, port } = await listening(t);
    const { run, told } = at(open, other);
    const { id, RequestId } = await run({ Url: `http://localhost:${port}/` });
    await told(id);
    assert.equal(received.length, 1);
    assertSigned(received[0], 'key-for-callbacks');
    assert.deepEqual(JSON.parse(received[0].body), { Type: 'MediaInfo', State: 'Fail', JobId: id, RequestId });
  });

  test('is posted again after an answer of 500, with the same delivery id', async (t) => {
    const answer = (request, response, nth) => response.writeHead(nth < deliveries ? 500 : 200).end();
    const { received, port } = await listening(t, answer);
    const { run, told } = at(open);
    const { id } = await run({ Url: `http://127.0.0.1:${port}/` });
    assertContains(await told(id), { MessageId: /\S/, ErrorCode: undefined });
    assert.equal(received.length, deliveries);
    received.forEach((post) => assertSigned(post, derivedKey));
    assert.equal(new Set(received.map((post) => post.headers['x-mediainfo-delivery'])).size, 1);
    assert.equal(new Set(received.map((post) => post.body)).size, 1);
    const times = received.map((post) => Number(post.headers['x-mediainfo-timestamp']));
    assert.ok(times.every((time, i) => i === 0 || time > times[i - 1]), `not one after the other: ${times}`);
  });

  test('follows a redirect with its body and its signature', async (t) => {
    const { received, port } = await listening(t, ({ url }, response) =>
      url === '/moved' ? response.writeHead(307, { location: '/final' }).end() : response.writeHead(204).end());
    const { run, told } = at(open);
    const { id } = await run({ Url: `http://127.0.0.1:${port}/moved` });
    assertContains(await told(id), { MessageId: /\S/, ErrorCode: undefined });
    assert.deepEqual(received.map((post) => post.url), ['/moved', '/final']);
    received.forEach((post) => assertSigned(post, derivedKey));
    assert.equal(received[1].body, received[0].body);
  });

  const hopeless = [
    ['always answers 500', 1, (request, response) => response.writeHead(500).end()],
    ['always redirects', 4, (request, response) => response.writeHead(307, { location: '/again' }).end()],
  ];
  for (const [what, requests, answer] of hopeless) {
    test(`is given up after ${fewDeliveries} tries if the target ${what}, and the job says so`, async (t) => {
      const { received, port } = await listening(t, answer);
      const { run, told, job } = at(impatient);
      const { id } = await run({ Url: `http://127.0.0.1:${port}/` });
      assertContains(await told(id), { ErrorCode: /\S/, ErrorMessage: /\S/, MessageId: undefined });
      assert.equal(received.length, fewDeliveries * requests);
      assertContains(await job(id), { State: 'Fail', Code: 'InvalidParameter.ResourceNotFound' });
    });
  }

  test('never goes to a queue of the service itself, because no pipeline can name one', async () => {
    const { run } = at(open);
    for (const QueueName of ['analyses-6', 'callbacks', 'callbacks-poison']) {
      await refused(run({ QueueName }), 'PermissionDenied.ResourceAccess', 403);
    }
  });

  test('is not sent if the pipeline has no target', async () => {
    const { run, finished, submit, told, job } = at(open);
    const { id } = await run({});
    await finished(id);
    await told((await submit(nothing)).MediaInfoJob.JobId);
    assert.equal((await job(id)).MNSMessageResult, undefined);
    assert.equal(await open.callbacks.has(id), false);
  });

  describe('to an HTTPS target', { concurrency: true }, () => {
    const post = async (t, certificate, host) => {
      const listener = await listening(t, undefined, { tls: certificate.tls });
      const { run, told } = at(impatient);
      const { id } = await run({ Url: `https://${host}:${listener.port}/` });
      return { ...listener, result: await told(id) };
    };
    const withCertificates = (name, body) =>
      test(name, (t) => (trusted ? body(t) : t.skip('there is no openssl to make certificates with')));

    withCertificates('is delivered if the certificate is trusted and matches the host name', async (t) => {
      const { received, result } = await post(t, trusted, 'localhost');
      assertContains(result, { MessageId: /\S/, ErrorCode: undefined });
      assert.equal(received.length, 1);
      assertSigned(received[0], derivedKey);
    });

    const untrusted = [
      ['that is not trusted', () => stranger, 'localhost'],
      ['for another name', () => trusted, '127.0.0.1'],
    ];
    for (const [what, certificate, host] of untrusted) {
      withCertificates(`is not sent to a certificate ${what}`, async (t) => {
        const { received, connections, result } = await post(t, certificate(), host);
        assertContains(result, { ErrorCode: /\S/, ErrorMessage: /\S/, MessageId: undefined });
        assert.ok(connections() > 0, 'nobody called, so the certificate proves nothing');
        assert.deepEqual(received, []);
      });
    }
  });
});

describe('without permission for private addresses', { concurrency: true }, () => {
  let listener;
  before(async () => {
    listener = await listen();
  });
  after(() => listener?.stop());

  const unreachable = { ErrorCode: 'DeliveryFailed', ErrorMessage: 'The callback target could not be reached', MessageId: undefined };
  const refusedHosts = {
    'a name that does not exist': ['nobody.invalid'],
    loopback: ['127.0.0.1', '127.9.9.9', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]'],
    'any address': ['0.0.0.0', '[::]'],
    'a name of loopback': ['localhost', 'LocalHost'],
    private: ['10.0.0.1', '172.16.0.1', '192.168.0.1', '[fd00::1]', '[::ffff:10.0.0.1]'],
    'link-local': ['169.254.1.1', '[fe80::1]'],
    'the metadata of a cloud': ['169.254.169.254', '100.100.100.200', '168.63.129.16', '[fd00:ec2::254]'],
  };
  for (const [what, hosts] of Object.entries(refusedHosts)) {
    test(`a target that is ${what} gets nothing, and the job reports the same error as for an unknown host`, async () => {
      const { run, told } = at(guarded);
      await Promise.all(hosts.map(async (host, i) => {
        const url = `${i % 2 ? 'https' : 'http'}://${host}:${listener.port}/`;
        const { id } = await run({ Url: url });
        assertContains(await told(id), unreachable, url);
      }));
      assert.equal(listener.connections(), 0);
    });
  }
});
