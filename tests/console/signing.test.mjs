// The page signs as the vendors' own clients do, and as openssl computes it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { sourceOf } from './support/sources.mjs';

const require = createRequire(import.meta.url);
const { default: openApi } = require('@alicloud/openapi-util');
const { default: tea } = { default: require('@alicloud/tea-typescript') };
const { AKSKSigner } = require('@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js');
const { BasicCredentials } = require('@huaweicloud/huaweicloud-sdk-core');
const { default: MnsClient } = { default: require('@alicloud/mns') };
const { acs3Authorization, mns4Signature, mnsSignature, newStamp, signMns, signMns4, signRpcV1, signRpcV3, signSdkHmac } = await sourceOf('api/signing/index.ts');

const key = { id: 'testAccessKeyId', secret: 'testAccessKeySecret' };
const stamp = { time: new Date('2024-01-02T03:04:05Z'), nonce: '0f1e2d3c4b5a69788796a5b4c3d2e1f0' };
const origin = 'http://127.0.0.1:7071';
const input = '{"Bucket":"example-bucket","Location":"oss-cn-hangzhou","Object":"dir%2Fa b*~\'(1)!.mp4"}';
const submit = {
  origin,
  action: 'SubmitMediaInfoJob',
  version: '2014-06-18',
  parameters: [['RegionId', 'cn-hangzhou'], ['PipelineId', '88c6ca184c0e432bbf5b665e2a15aaaa'], ['UserData', '测试 +/=&'], ['Input', input]],
};
const formOf = ({ body }) => Object.fromEntries(new URLSearchParams(body));

/** The HMAC as openssl computes it, in hexadecimal digits. */
function openssl(digest, secret, text) {
  const { status, stdout, stderr } = spawnSync('openssl', ['dgst', `-${digest}`, '-hmac', secret], { input: text, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return stdout.trim().split('= ').at(-1);
}

const hexOfBase64 = (text) => Buffer.from(text, 'base64').toString('hex');

describe('version 1.0', () => {
  const signed = signRpcV1(submit, key, stamp);

  test('is what the vendor\'s older client made of the same call', () => {
    assert.equal(formOf(signed).Signature, 'O9ofMB1hoAhXWmJwbVzrfwuEPFg=');
  });

  test('is what the vendor\'s newer library computes, and openssl', () => {
    const { Signature, ...parameters } = formOf(signed);
    assert.equal(Signature, openApi.getRPCSignature(parameters, 'POST', key.secret));
    assert.equal(hexOfBase64(Signature), openssl('sha1', `${key.secret}&`, signed.signedText));
  });

  test('sends everything in a form', () => {
    assert.deepEqual([signed.method, signed.url], ['POST', `${origin}/`]);
    assert.equal(signed.headers['Content-Type'], 'application/x-www-form-urlencoded');
    assert.equal(formOf(signed).UserData, '测试 +/=&');
  });
});

describe('version 3', () => {
  test('is what the vendor\'s library computes, and openssl', () => {
    const { headers, body, signedText } = signRpcV3(submit, key, stamp);
    const { authorization, ...others } = headers;
    const request = new tea.Request();
    Object.assign(request, { method: 'POST', pathname: '/', query: {}, headers: { ...others, host: '127.0.0.1:7071' } });
    const digest = createHash('sha256').update(body).digest('hex');
    assert.equal(headers['x-acs-content-sha256'], digest);
    assert.equal(authorization, openApi.getAuthorization(request, 'ACS3-HMAC-SHA256', digest, key.id, key.secret));
    const text = `ACS3-HMAC-SHA256\n${createHash('sha256').update(signedText).digest('hex')}`;
    assert.ok(authorization.endsWith(`Signature=${openssl('sha256', key.secret, text)}`));
  });

  test('is what the vendor\'s client made of a call without a body', () => {
    const headers = {
      host: 'mts.cn-hangzhou.aliyuncs.com',
      'x-acs-action': 'SubmitMediaInfoJob',
      'x-acs-content-sha256': createHash('sha256').digest('hex'),
      'x-acs-credentials-provider': 'static_ak',
      'x-acs-date': '2024-01-02T03:04:05Z',
      'x-acs-signature-nonce': stamp.nonce,
      'x-acs-version': '2014-06-18',
    };
    const query = [['Async', 'true'], ...submit.parameters.slice(1)];
    const { authorization } = acs3Authorization({ query, headers, body: '' }, key);
    assert.match(authorization, /,Signature=c313a2b3940625ba446ca69f4f2abfc4a2b0aebacb8d4d320ca3f198d3445078$/);
  });
});

describe('Huawei\'s signature', () => {
  const project = '0123456789abcdef0123456789abcdef';
  const headers = { 'Content-Type': 'application/json', 'X-Project-Id': project };
  const path = `/v1/${project}/extract-metadata`;
  const own = { id: 'testAK', secret: 'testSK' };
  const at = 'https://mpc.region01.example.com';
  const body = '{"input":{"bucket":"example-bucket","location":"region01","object":"example-path/输入 1.mp4"},"sync":0}';

  test('is what the vendor\'s SDK made of the same task', () => {
    const { headers: { Authorization } } = signSdkHmac({ method: 'POST', origin: at, path, query: [], headers, body }, own, stamp);
    assert.equal(Authorization, 'SDK-HMAC-SHA256 Access=testAK, SignedHeaders=content-type;host;x-project-id;x-sdk-date, '
      + 'Signature=077b02c2e0a8eba11e1a9331fcf55664d001e619821f437a5b882e02790a80e6');
  });

  test('is what the vendor\'s SDK made of a query', () => {
    const query = [['task_id', '7968'], ['task_id', '7967'], ['status', 'SUCCEED'], ['page', '0'], ['size', '10']];
    const { headers: { Authorization } } = signSdkHmac({ method: 'GET', origin: at, path, query, headers }, own, stamp);
    assert.ok(Authorization.endsWith('Signature=11f2ccf1e31c288d9900e53cf0eee3531a7ba59781f8393035b8762f68c451f8'));
  });

  test('is what the SDK here computes for characters of every kind, and openssl', () => {
    const query = [['task_id', 'a b+/~*\'()!'], ['x', '输入']];
    const signed = signSdkHmac({ method: 'GET', origin: at, path, query, headers }, own, stamp);
    const { Authorization, ...others } = signed.headers;
    const credentials = new BasicCredentials().withAk(own.id).withSk(own.secret).withProjectId(project);
    const made = AKSKSigner.sign({
      method: 'GET', endpoint: at + path, queryParams: Object.fromEntries(query), pathParams: {}, data: '', headers: { ...others, host: new URL(at).host },
    }, credentials);
    assert.equal(Authorization, made.Authorization);
    const text = `SDK-HMAC-SHA256\n20240102T030405Z\n${createHash('sha256').update(signed.signedText).digest('hex')}`;
    assert.ok(Authorization.endsWith(openssl('sha256', own.secret, text)));
  });
});

describe('Message Service\'s signature', () => {
  const send = { method: 'POST', origin, path: '/queues/q/messages', query: [['numOfMessages', '2']], headers: {}, body: '<Message/>' };

  for (const [method, date, headers, resource, secret, signature] of [
    ['POST', 'Tue, 03 Jun 2025 11:23:48 GMT', { 'x-mns-abcDEF': 'abcDEF' }, '/queues/TestQueue', 'sk1', 'cAThPWnbphg3hDe3ZHDADTgkgyE='],
    ['GET', 'Wed, 03 Dec 2025 11:23:48 GMT', { 'X-MNS-abcDEF': 'KKKkkk' }, '/queues/TestQueue123456', 'sk-kkkkkk1111111111', 'lPxnfNA+Qo/aj18MYJUnRMqa84I='],
    ['GET', 'Tue, 03 Jun 2025 11:23:48 GMT', { 'x-kkk-def': 'def' }, '/queues/TestQueue', 'testSk', 'uDJQXbk2xOhH95MDXmgbAGdtyE4='],
  ]) {
    test(`is what the Java client makes of ${resource} with ${secret}`, () => {
      assert.equal(mnsSignature(method, date, headers, resource, secret).signature, signature);
    });
  }

  test('is what the client for Node computes, and openssl', () => {
    const signed = signMns(send, key, stamp);
    const client = new MnsClient('1000000000000001', { region: 'cn-hangzhou', accessKeyId: key.id, accessKeySecret: key.secret });
    const lower = Object.fromEntries(Object.entries(signed.headers).map(([name, value]) => [name.toLowerCase(), value]));
    const made = client.sign('POST', { ...lower, date: lower['x-mns-date'] }, '/queues/q/messages?numOfMessages=2');
    assert.equal(signed.headers.Authorization, `MNS ${key.id}:${made}`);
    assert.equal(hexOfBase64(made), openssl('sha1', key.secret, signed.signedText));
  });

  test('has the digest of the body as the clients write it', () => {
    const digest = createHash('md5').update(send.body).digest('hex');
    assert.equal(signMns(send, key, stamp).headers['Content-MD5'], Buffer.from(digest).toString('base64'));
  });
});

describe('Message Service\'s version 4', () => {
  const parameters = [['param1', 'abc'], ['PARAM2', 'd  ef'], ['PARAM3', '[def]#bbb'], ['PARAM4', '中文参数']];

  for (const [method, path, query, time, region, secret, signature, headers = {}] of [
    ['POST', '/queues/TestQueue/', parameters, '2025-06-03T10:52:35Z', 'region1', 'sk1', '1fc6013f158d4c3aba09570895a2a93c8445c2c5213d82a1463baf602cf0d945'],
    ['POST', '/queues/TestQueue', [['num', '10'], ['paramx', '100'], ...parameters], '2025-06-03T10:52:35Z', 'region1', 'sk1', '8d555514e749185d3e6d68df416692e6cc960ba85a089c9d69a2f4d7bb607560'],
    ['PUT', '/queues/TestQueue123456', [], '2025-12-03T11:23:48Z', 'region2', 'skkkkkkk1111111111', '04f1e5f929b5aaac3af6a54970f591581ecd2aade2562f926c5f2ec5d5c8cfad', { 'x-mns-abc': 'kkk', 'X-MNS-Sss': '2015-06-06xFFF', 'X-KKK-def': 'lll' }],
    ['GET', '/queues', [], '2025-12-04T06:32:35Z', 'eu-west-1', 'skkkkkk2222222222', '294f776a2d5726df679b54b081ab8126a199a2545c8c8a7a875adff0b386e458', { 'x-mns-version': '2015-06-30', 'x-mns-ttt': '1', 'X-MNS-UUUuu': 'FALse', 'Content-Type': 'application/json', 'Content-MD5': '0d9d2ce750000593eb34f00' }],
    ['POST', '/queues/Test Queue@123', [], '2025-06-03T10:52:35Z', 'testRegion', 'testSk', '87de7499365a31e767cdc0c726a893c72c860e415876f7f92914197ac3795833'],
  ]) {
    test(`is what the Java client makes of ${method} ${path} with ${query.length} parameters`, () => {
      assert.equal(mns4Signature({ method, path, query, headers, time: new Date(time), region }, secret).signature, signature);
    });
  }

  test('names the key, the day, the region and the product', () => {
    const { headers: { Authorization } } = signMns4({ method: 'GET', origin, path: '/queues', query: [], headers: {} }, key, stamp);
    assert.match(Authorization, /^MNS4-HMAC-SHA256 Credential=testAccessKeyId\/20240102\/cn-hangzhou\/mns\/aliyun_v4_request,Signature=[0-9a-f]{64}$/);
  });
});

test('no two requests have the same nonce', () => {
  const nonces = Array.from({ length: 100 }, () => newStamp().nonce);
  assert.equal(new Set(nonces).size, 100);
  assert.ok(nonces.every((nonce) => /^[0-9a-f]{32}$/.test(nonce)));
});
