// What the vendor's gateway does for every action: headers, browsers, and the ways in which clients write parameters.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { local, mpsClients } from './support/mps-clients.mjs';
import { requestIdForm, unknownId } from './support/mps.mjs';
import { mediaFile } from './support/paths.mjs';
import { isFunctionsHost, startService } from './support/service.mjs';
import { schemes, send, v3 } from './support/signed.mjs';

const require = createRequire(import.meta.url);
const { default: Client, Config, OpenApiRequest, Params } = require('@alicloud/openapi-client');
// The version that the client itself depends on.
const { default: OpenApiUtil } = createRequire(require.resolve('@alicloud/openapi-client'))('@alicloud/openapi-util');
const { RuntimeOptions } = require('@alicloud/tea-util');

// 9 bytes for each character of a key that is percent-encoded: longer than any address that the Functions host takes.
const longKey = `${'样'.repeat(1000)}.mp4`;
const source = { Bucket: 'example-bucket', Location: 'oss-cn-hangzhou', Object: 'sample.mp4' };

let service;
before(async () => {
  service = await startService();
  await service.bucket.uploadFile('sample.mp4', mediaFile('sample.mp4'));
});
after(() => service?.stop());

const call = async (action, { query, body }, { reqBodyType = 'formData', version = '2014-06-18', config = local } = {}) => {
  const endpoint = service.endpoint.replace('http://', '');
  const client = new Client(new Config({ endpoint, protocol: 'HTTP', regionId: 'cn-hangzhou', ...config }));
  const how = { action, version, protocol: 'HTTP', pathname: '/', method: 'POST', authType: 'AK', style: 'RPC', bodyType: 'json', reqBodyType };
  const runtime = new RuntimeOptions({ readTimeout: 60_000, connectTimeout: 60_000 });
  return client.callApi(new Params(how), new OpenApiRequest({ query, body }), runtime);
};

describe('the gateway', () => {
  for (const { name, sign } of schemes) {
    test(`names request and trace in the headers of every answer to ${name}`, async () => {
      const ok = await send(sign(service.endpoint, 'QueryMediaInfoJobList', { MediaInfoJobIds: unknownId() }));
      const refused = await send(sign(service.endpoint, 'QueryMediaInfoJobList', {}));
      assert.deepEqual([ok.status, refused.status], [200, 400]);
      for (const { headers, json } of [ok, refused]) {
        assert.equal(headers['x-acs-request-id'], json().RequestId);
        assert.match(headers['x-acs-trace-id'], /^[0-9a-f]{32}$/);
        assert.equal(headers['access-control-allow-origin'], '*');
        assert.equal(headers['access-control-expose-headers'], '*');
      }
      assert.match(ok.headers.etag, /^\d[A-Za-z0-9+/]{22}\d$/);
    });
  }

  test('answers a browser that asks whether a page may call, without a signature', async () => {
    const asked = { Origin: 'https://example.com', 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'authorization,x-acs-action' };
    const answer = await fetch(service.endpoint, { method: 'OPTIONS', headers: asked });
    assert.deepEqual([answer.status, await answer.text()], [200, '']);
    assert.equal(answer.headers.get('access-control-allow-origin'), '*');
    assert.match(answer.headers.get('access-control-allow-methods'), /POST, GET/);
    assert.match(answer.headers.get('access-control-allow-headers'), /x-acs-action.*authorization/);
  });

  test('refuses a body that is not the signed one', async () => {
    const signed = v3(service.endpoint, 'QueryMediaInfoJobList', {}, { type: 'application/x-www-form-urlencoded', body: 'MediaInfoJobIds=1' });
    signed.init.body = 'MediaInfoJobIds=2';
    const answer = await send(signed);
    assert.deepEqual([answer.status, answer.json().Code], [400, 'SignatureDoesNotMatch']);
  });

  for (const { name, create } of mpsClients) {
    // The web server of the Functions host takes no longer request lines, and is not ours to set.
    const skip = isFunctionsHost && !name.includes('by POST') && 'a longer address than the Functions host takes';
    test(`takes an address of more than 8 KB from ${name}`, { skip }, async () => {
      const Input = JSON.stringify({ ...source, Object: encodeURIComponent(longKey) });
      assert.ok(encodeURIComponent(Input).length > 8 * 1024);
      const { MediaInfoJob } = await create(service.endpoint).call('SubmitMediaInfoJob', { Input, Async: true });
      assert.equal(MediaInfoJob.Input.Object, encodeURIComponent(longKey));
    });
  }
});

// How the generic client writes objects and lists: one parameter for each value in a query or a form, nested in JSON.
for (const [signature, config] of [['V3', {}], ['V1', { signatureAlgorithm: 'v2' }]]) {
  for (const [place, reqBodyType, given] of [
    ['the query', 'formData', (params) => ({ query: OpenApiUtil.query(params) })],
    ['a form', 'formData', (params) => ({ body: params })],
    ['a JSON body', 'json', (params) => ({ body: params })],
    ['a query and a form', 'formData', ({ Input, ...others }) => ({ query: OpenApiUtil.query(others), body: { Input } })],
  ]) {
    test(`the generic client, signing ${signature}, may leave objects and lists in ${place} to its SDK`, async () => {
      const how = { reqBodyType, config: { ...local, ...config } };
      const { body: submitted } = await call('SubmitMediaInfoJob', given({ Input: source, Async: true, Config: { Deep: true } }), how);
      assert.deepEqual(submitted.MediaInfoJob.Input, source);
      const ids = [submitted.MediaInfoJob.JobId, unknownId()];
      const { body: found } = await call('QueryMediaInfoJobList', given({ MediaInfoJobIds: ids }), how);
      assert.deepEqual(found.MediaInfoJobList.MediaInfoJob.map(({ JobId }) => JobId), [ids[0]]);
      assert.deepEqual(found.NonExistMediaInfoJobIds.String, [ids[1]]);

      const ims = { ...how, version: '2020-11-09' };
      const Input = { Type: 'OSS', Media: 'oss://example-bucket/sample.mp4' };
      const { body } = await call('SubmitMediaInfoJob', given({ Input, ScheduleConfig: { Priority: 7 } }), ims);
      assert.deepEqual([body.MediaInfoJob.Input, body.MediaInfoJob.ScheduleConfig.Priority], [Input, 7]);
    });
  }
}

describe('a bearer token', () => {
  for (const [signature, config] of [['V3', {}], ['V1', { signatureAlgorithm: 'v2' }]]) {
    test(`of the generic client, ${signature}, replaces a signature`, async () => {
      const ids = { query: { MediaInfoJobIds: unknownId() } };
      const { body } = await call('QueryMediaInfoJobList', ids, { config: { bearerToken: 'testtoken', ...config } });
      assert.match(body.RequestId, requestIdForm);
      await assert.rejects(
        call('QueryMediaInfoJobList', ids, { config: { bearerToken: 'another', ...config } }),
        { code: 'InvalidBearerToken' },
      );
    });
  }
});
