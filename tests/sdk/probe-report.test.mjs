import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import RPCClient from '@alicloud/pop-core';
import { assertContains } from './support/contains.mjs';
import { eventually } from './support/eventually.mjs';
import { imsClient } from './support/ims-client.mjs';
import { local, mpsClients, other, reader } from './support/mps-clients.mjs';
import { jobsBy, plain, unknownId } from './support/mps.mjs';
import { mediaFile } from './support/paths.mjs';
import { startService } from './support/service.mjs';

const require = createRequire(import.meta.url);
const { default: Client, Config, OpenApiRequest, Params } = require('@alicloud/openapi-client');
const { RuntimeOptions } = require('@alicloud/tea-util');
const version = '2026-01-01';
const action = 'GetProbeReport';

// May use the account's jobs, but not their reports.
const blind = { accessKeyId: 'blindid', accessKeySecret: 'blindsecret' };
const keyOf = ({ accessKeyId, accessKeySecret }, action) => ({
  MediaInfo__Accounts__List__0__Keys__9__Id: accessKeyId,
  MediaInfo__Accounts__List__0__Keys__9__Secret: accessKeySecret,
  MediaInfo__Accounts__List__0__Keys__9__Allow__0: action,
});

let service;
let jobs;
before(async () => {
  service = await startService({ settings: keyOf(blind, 'mts:*') });
  await service.bucket.uploadFile('dir/sample 测试.mp4', mediaFile('sample.mp4'));
  await service.bucket.uploadText('text.txt', 'no media\n');
  jobs = jobsBy(mpsClients[0].create(service.endpoint).call);
});
after(() => service?.stop());

// The vendor's two generic clients: each can call any action of any version.
const clients = {
  'pop-core': (JobId, key = local) =>
    new RPCClient({ endpoint: service.endpoint, apiVersion: version, ...key }).request(action, { JobId }, { timeout: 60_000 }),
  'openapi-client': async (JobId, key = local) => {
    const endpoint = service.endpoint.replace('http://', '');
    const client = new Client(new Config({ ...key, endpoint, protocol: 'HTTP', regionId: 'cn-hangzhou' }));
    const how = { action, version, protocol: 'HTTP', pathname: '/', method: 'POST', authType: 'AK', style: 'RPC' };
    const params = new Params({ ...how, bodyType: 'json', reqBodyType: 'formData' });
    return (await client.callApi(params, new OpenApiRequest({ query: { JobId } }), new RuntimeOptions({ readTimeout: 60_000 }))).body;
  },
};

for (const [name, get] of Object.entries(clients)) {
  describe(`GetProbeReport by ${name}`, () => {
    test("returns ffprobe's own JSON and our description for an MPS job", async () => {
      // A new version, which must be read.
      await service.bucket.uploadFile('dir/sample 测试.mp4', mediaFile('sample.mp4'));
      const { JobId } = await jobs.analyse('dir/sample 测试.mp4');
      const answer = await get(JobId);
      assert.equal(answer.JobId, JobId);
      assertContains(answer.Report, {
        programs: [],
        chapters: [],
        streams: [
          { index: 0, codec_name: 'h264', refs: 1, nal_length_size: '4', disposition: { default: 1 }, tags: { language: 'eng' } },
          { index: 1, codec_name: 'aac', duration_ts: 192000 },
        ],
        format: { filename: 'example-bucket/dir/sample 测试.mp4', duration: '4.000000', probe_score: 100 },
      });
      assertContains(answer.Description, { container: { duration: 4, bitRate: 136464 }, videoStreams: [{ frameCount: 100 }] });
      assert.ok(answer.Usage.Requests > 0 && answer.Usage.Bytes > 0, JSON.stringify(answer.Usage));
    });

    test('says that an unchanged object was not read again, until it is overwritten', async () => {
      const key = `again-${name}.mp4`;
      const read = async () => {
        const { JobId, ProbeUsage } = await jobs.analyse(key);
        const { Description, Usage } = await get(JobId);
        assert.equal(ProbeUsage.Reused, Usage.Reused);
        return { Description, Usage };
      };
      await service.bucket.uploadFile(key, mediaFile('sample.mp4'));
      const first = await read();
      const second = await read();
      await service.bucket.uploadFile(key, mediaFile('rotated.mp4'));
      const third = await read();
      assert.equal(first.Usage.Reused, undefined);
      assertContains(second.Usage, { Reused: true, Requests: 1, Bytes: 0 });
      assert.deepEqual(second.Description, first.Description);
      assert.equal(third.Usage.Reused, undefined);
      assert.notDeepEqual(third.Description, first.Description);
    });

    test('returns the report of an IMS job', async () => {
      const call = (action, params) => imsClient(service.endpoint).call(action, params);
      const Input = JSON.stringify({ Type: 'OSS', Media: 'oss://example-bucket/dir/sample 测试.mp4' });
      const { JobId } = (await call('SubmitMediaInfoJob', { Input })).MediaInfoJob;
      await eventually(`end of job ${JobId}`, async () => (await call('GetMediaInfoJob', { JobId })).MediaInfoJob.Status === 'Success');
      assert.equal((await get(JobId)).Report.streams[0].codec_name, 'h264');
    });

    test('refuses jobs without a report, and jobs that the caller may not read', async () => {
      const refused = (promise, code) => assert.rejects(promise, (error) => (assert.equal(error.code, code), true));
      const failed = await jobs.analyse('text.txt');
      assert.equal(failed.State, 'Fail');
      await refused(get(failed.JobId), 'JobFailed');
      await refused(get(unknownId()), 'InvalidJobId.NotFound');
      await refused(get(unknownId(), blind), 'Forbidden.RAM');
      const { JobId } = await jobs.analyse('dir/sample 测试.mp4');
      assert.equal((await get(JobId, reader)).JobId, JobId);
      await refused(get(JobId, other), 'InvalidJobId.NotFound');
    });
  });
}

for (const { name, create } of mpsClients) {
  test(`a job with Config {"Deep":true} by ${name} has digest, packet counts and network cost`, async () => {
    const { analyse } = jobsBy(create(service.endpoint).call);
    const deep = await analyse('dir/sample 测试.mp4', { Async: true, Config: '{"Deep":true}' });
    assert.match(deep.Properties.FileMd5, /^[0-9a-f]{32}$/);
    assertContains(deep.Properties.Streams.VideoStreamList.VideoStream[0], {
      NetworkCost: { PreloadTime: '0.287', AvgBitrate: '79.628', CostBandwidth: '94.432' },
    });
    const shallow = await analyse('dir/sample 测试.mp4', { Async: true, Config: 'anything else' });
    assert.deepEqual(plain(shallow).Properties.Streams.VideoStreamList.VideoStream[0].NetworkCost, {});
  });
}
