import assert from 'node:assert/strict';
import { createVerify, X509Certificate } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import Mns from '@alicloud/mns';
import { eventually } from './support/eventually.mjs';
import { listen } from './support/listener.mjs';
import { local, mpsClients } from './support/mps-clients.mjs';
import { jobsBy } from './support/mps.mjs';
import { startService } from './support/service.mjs';

// What the vendor's Node.js client offers of topics, and with its own requests what it leaves empty: subscriptions.

const account = '1000000000000001';
const nothing = 'nowhere/missing.mp4';

let service;
let client;
before(async () => {
  service = await startService({ settings: { MediaInfo__Callbacks__AllowPrivateAddresses: 'true' } });
  client = new Mns(account, { endpoint: service.endpoint, accessKeyId: 'testid', accessKeySecret: 'testsecret' });
});
after(() => service?.stop());

const subscribe = (topic, name, Endpoint, more = {}) => {
  const elements = Object.entries({ Endpoint, ...more }).map(([key, value]) => `<${key}>${value}</${key}>`).join('');
  const body = Buffer.from(`<Subscription xmlns="http://mns.aliyuncs.com/doc/v1/">${elements}</Subscription>`);
  return client.put(`/topics/${topic}/subscriptions/${name}`, 'Subscription', body, ['location']);
};

/** Verifies a post as the endpoint of the vendor's Go sample does. */
async function verified({ method, url, headers, body }) {
  const address = Buffer.from(headers['x-mns-signing-cert-url'], 'base64').toString();
  assert.ok(address.startsWith(`${service.endpoint}/`), address);
  const certificate = new X509Certificate(await (await fetch(address)).text());
  const own = Object.keys(headers).filter((name) => name.startsWith('x-mns-')).sort().map((name) => `${name}:${headers[name]}`);
  const text = [method, headers['content-md5'], headers['content-type'], headers.date, ...own, url].join('\n');
  assert.ok(createVerify('RSA-SHA1').update(text).verify(certificate.publicKey, headers.authorization, 'base64'));
  return body;
}

describe('a topic', { concurrency: true }, () => {
  test('is created, shown, changed and listed (CreateTopic, GetTopicAttributes, SetTopicAttributes, ListTopic)', async () => {
    const created = await client.createTopic('sdk-topic');
    assert.equal(created.code, 201);
    assert.equal(created.headers.location, `${service.endpoint}/topics/sdk-topic`);
    assert.equal((await client.createTopic('sdk-topic')).code, 204);
    assert.equal((await client.setTopicAttributes('sdk-topic', { MaximumMessageSize: 1024 })).code, 204);

    const { body } = await client.getTopicAttributes('sdk-topic');
    assert.equal(body.TopicName, 'sdk-topic');
    assert.equal(body.MaximumMessageSize, '1024');
    assert.equal(body.MessageRetentionPeriod, '86400');
    assert.ok(Math.abs(Number(body.CreateTime) - Date.now() / 1000) < 600);

    const listed = await client.listTopic(undefined, 10, 'sdk-topic');
    assert.deepEqual(listed.body.map((topic) => topic.TopicURL), [`${service.endpoint}/topics/sdk-topic`]);
    await assert.rejects(client.createTopic('sdk-topic'), { name: 'MNSTopicAlreadyExistError' });
    await assert.rejects(client.getTopicAttributes('sdk-none'), { name: 'MNSTopicNotExistError' });
  });

  test('is the queue of its name until somebody subscribes (PublishMessage)', async () => {
    await client.createTopic('sdk-alone');
    const { code, body } = await client.publishMessage('sdk-alone', { MessageBody: 'nobody listens' });
    assert.equal(code, 201);
    assert.match(body.MessageId, /^[0-9A-F]{32}$/);
    assert.match(body.MessageBodyMD5, /^[0-9A-F]{32}$/);
    assert.equal((await client.receiveMessage('sdk-alone', 20)).body.MessageBody, 'nobody listens');
  });

  test('tells its subscribers, each in its own form, and signs what it posts', async (t) => {
    const { received, port, stop } = await listen();
    t.after(stop);
    await client.createTopic('sdk-news');
    await client.createQueue('sdk-inbox');
    const first = await subscribe('sdk-news', 'web', `http://127.0.0.1:${port}/hook?a=b`, { NotifyContentFormat: 'SIMPLIFIED' });
    assert.equal(first.headers.location, `${service.endpoint}/topics/sdk-news/subscriptions/web`);
    await subscribe('sdk-news', 'queue', `acs:mns:cn-hangzhou:${account}:queues/sdk-inbox`, { FilterTag: 'important' });
    const { body } = await client.publishMessage('sdk-news', { MessageBody: 'hello', MessageTag: 'important' });
    await client.publishMessage('sdk-news', { MessageBody: 'for the web alone' });

    const message = (await client.receiveMessage('sdk-inbox', 20)).body.MessageBody;
    assert.match(message, new RegExp(`<MessageId>${body.MessageId}</MessageId><Message>hello</Message>`));
    await eventually('both posts', () => received.length === 2);
    const texts = await Promise.all(received.map(verified));
    assert.deepEqual(texts.sort(), ['for the web alone', 'hello']);
    const post = received.find((request) => request.body === 'hello');
    assert.equal(post.url, '/hook?a=b');
    assert.equal(post.headers['x-mns-message-id'], body.MessageId);
    assert.equal(post.headers['x-mns-message-tag'], 'important');
    await assert.rejects(client.receiveMessage('sdk-inbox', 1), { name: 'MNSMessageNotExistError' });
  });

  // The client has empty methods for these.
  test('has subscriptions (Subscribe, GetSubscriptionAttributes, SetSubscriptionAttributes, ListSubscriptionByTopic, Unsubscribe)', async () => {
    await client.createTopic('sdk-subscribed');
    const path = '/topics/sdk-subscribed/subscriptions';
    assert.equal((await subscribe('sdk-subscribed', 'one', 'https://example.com/hook')).code, 201);
    assert.equal((await subscribe('sdk-subscribed', 'one', 'https://example.com/hook')).code, 204);
    await assert.rejects(subscribe('sdk-subscribed', 'one', 'https://example.com/'), { name: 'MNSSubscriptionAlreadyExistError' });
    await assert.rejects(subscribe('sdk-subscribed', 'two', 'mail:directmail:a@example.com'), { name: 'MNSEndpointInvalidError' });

    const changed = Buffer.from('<Subscription><NotifyStrategy>EXPONENTIAL_DECAY_RETRY</NotifyStrategy></Subscription>');
    assert.equal((await client.put(`${path}/one?metaoverride=true`, 'Subscription', changed)).code, 204);
    const { body } = await client.get(`${path}/one`, 'Subscription');
    assert.equal(body.TopicOwner, account);
    assert.equal(body.Endpoint, 'https://example.com/hook');
    assert.equal(body.NotifyStrategy, 'EXPONENTIAL_DECAY_RETRY');
    assert.equal(body.NotifyContentFormat, 'XML');

    const listed = (await client.get(path, 'Subscriptions')).body.Subscription;
    assert.deepEqual(listed.map((one) => one.SubscriptionURL), [`${service.endpoint}${path}/one`]);
    assert.equal((await client.delete(`${path}/one`, 'Subscription', '')).code, 204);
    await assert.rejects(client.get(`${path}/one`, 'Subscription'), { name: 'MNSSubscriptionNotExistError' });
  });

  test('is deleted with its subscriptions (DeleteTopic)', async () => {
    await client.createTopic('sdk-deleted');
    await subscribe('sdk-deleted', 'one', 'https://example.com/hook');
    assert.equal((await client.delete('/topics/sdk-deleted', 'Topic', '')).code, 204);
    await assert.rejects(client.getTopicAttributes('sdk-deleted'), { name: 'MNSTopicNotExistError' });
    await client.createTopic('sdk-deleted');
    const listed = await client.get('/topics/sdk-deleted/subscriptions', 'Subscriptions');
    assert.equal(listed.body.Subscription, undefined);
  });

  test('of a pipeline gets the completion messages of its jobs', async (t) => {
    const { received, port, stop } = await listen();
    t.after(stop);
    await client.createTopic('sdk-jobs');
    await subscribe('sdk-jobs', 'web', `http://127.0.0.1:${port}`, { NotifyContentFormat: 'JSON' });
    const call = (action, params) => mpsClients[0].create(service.endpoint, local).call(action, params);
    const NotifyConfig = JSON.stringify({ MqTopic: 'sdk-jobs', MqTag: 'mps' });
    const PipelineId = (await call('AddPipeline', { Name: 'of-a-test', NotifyConfig })).Pipeline.Id;
    const { MediaInfoJob } = await jobsBy(call).submit(nothing, { Async: true, PipelineId });

    await eventually('the post', () => received.length > 0);
    assert.equal(received[0].url, '/notifications');
    const push = JSON.parse(await verified(received[0]));
    assert.equal(push.MessageTag, 'mps');
    assert.equal(push.MessageId, MediaInfoJob.JobId.toUpperCase());
    assert.equal(JSON.parse(push.Message).JobId, MediaInfoJob.JobId);
  });
});
