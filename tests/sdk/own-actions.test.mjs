import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { assertContains } from './support/contains.mjs';
import { local, mpsClients, other, reader } from './support/mps-clients.mjs';
import { jobsBy } from './support/mps.mjs';
import { mediaFile } from './support/paths.mjs';
import { isFunctionsHost, startService } from './support/service.mjs';

const require = createRequire(import.meta.url);
const { default: Client, Config, OpenApiRequest, Params } = require('@alicloud/openapi-client');
const { RuntimeOptions } = require('@alicloud/tea-util');

let service;
let jobs;
before(async () => {
  service = await startService();
  await service.bucket.uploadFile('own/sample.mp4', mediaFile('sample.mp4'));
  await service.bucket.uploadText('own/text.txt', 'no media\n');
  jobs = jobsBy(mpsClients[0].create(service.endpoint).call);
});
after(() => service?.stop());

// The vendor's generic client: it can call any action of any version.
const call = async (action, query, key = local) => {
  const endpoint = service.endpoint.replace('http://', '');
  const client = new Client(new Config({ ...key, endpoint, protocol: 'HTTP', regionId: 'cn-hangzhou' }));
  const how = { action, version: '2026-01-01', protocol: 'HTTP', pathname: '/', method: 'POST', authType: 'AK', style: 'RPC' };
  const params = new Params({ ...how, bodyType: 'json', reqBodyType: 'formData' });
  return (await client.callApi(params, new OpenApiRequest({ query }), new RuntimeOptions({ readTimeout: 60_000 }))).body;
};
const refused = (promise, code) => assert.rejects(promise, (error) => (assert.equal(error.code, code), true));

describe('actions of our own', () => {
  test('ListJobs lists the jobs of the account alone, by pages and filters', async () => {
    const first = await jobs.analyse('own/sample.mp4');
    const second = await jobs.analyse('own/text.txt');
    const { Jobs } = await call('ListJobs', { Source: 'OWN/', Work: 'analysis', Dialect: 'mps' });
    assert.deepEqual(Jobs.map((job) => job.JobId), [second.JobId, first.JobId]);
    assertContains(Jobs[0], { State: 'Failed', Bucket: 'example-bucket', Object: 'own/text.txt', Failure: { Reason: 'NotMedia' } });
    assertContains(Jobs[1], { State: 'Succeeded', Dialect: 'mps', Work: 'analysis' });
    assert.ok(Jobs[1].Usage.Requests > 0 && Date.parse(Jobs[1].EndedAt) >= Date.parse(Jobs[1].CreatedAt));
    assert.deepEqual((await call('ListJobs', { State: 'Failed', Source: 'own/' })).Jobs.map((job) => job.JobId), [second.JobId]);
    const page = await call('ListJobs', { MaxResults: '1' });
    const next = await call('ListJobs', { MaxResults: '1', NextToken: page.NextToken });
    assert.deepEqual([page.Jobs[0].JobId, next.Jobs[0].JobId], [second.JobId, first.JobId]);
    assert.deepEqual((await call('ListJobs', {}, other)).Jobs, []);
    assert.equal((await call('ListJobs', { MaxResults: '1' }, reader)).Jobs.length, 1);
    await refused(call('ListJobs', { State: 'Done' }), 'InvalidParameter.State');
  });

  test('GetJob tells the story of a job', async () => {
    const { JobId } = await jobs.analyse('own/sample.mp4');
    const { Job } = await call('GetJob', { JobId });
    assertContains(Job, { JobId, State: 'Succeeded', Extras: { Digest: false, Packets: false, Frames: 0 } });
    assert.deepEqual(Job.Story.map((told) => told.Event).slice(0, 3), ['Accepted', 'Started', 'Succeeded']);
    assert.match(Job.Input, /own(%2F|\/)sample\.mp4/);
    await refused(call('GetJob', { JobId }, other), 'InvalidJobId.NotFound');
  });

  test('GetJobDescription describes one file in the form of each API', async () => {
    const { JobId } = await jobs.analyse('own/sample.mp4');
    const as = async (As) => (await call('GetJobDescription', { JobId, As })).Description;
    assert.equal((await as('mps')).Format.FormatName, 'mov,mp4,m4a,3gp,3g2,mj2');
    assert.equal((await as('ims')).FileBasicInfo.FileName, 'sample.mp4');
    assert.ok(Object.keys(await as('mpc')).length > 0);
    assert.equal((await as('report')).Report.streams[0].codec_name, 'h264');
    assert.equal((await as('ffprobe')).streams[0].codec_name, 'h264');
  });

  test('GetBitRate has the bits of every packet of a job that read them', async () => {
    const shallow = await jobs.analyse('own/sample.mp4');
    await refused(call('GetBitRate', { JobId: shallow.JobId }), 'NoPackets');
    const { JobId } = await jobs.analyse('own/sample.mp4', { Async: true, Config: '{"Deep":true}' });
    const { Interval, Duration, Streams } = await call('GetBitRate', { JobId });
    assert.deepEqual([Interval, Duration], [0.25, 4]);
    const [video, audio] = Streams;
    assert.deepEqual([video.Type, audio.Type, video.BitRates.length, audio.KeyFrames], ['video', 'audio', 16, []]);
    assert.equal(video.KeyFrames[0], 0);
    const bits = video.BitRates.reduce((sum, rate) => sum + rate * Interval, 0);
    const { Report } = await call('GetProbeReport', { JobId });
    assert.ok(Math.abs(bits / Duration / Number(Report.streams[0].bit_rate) - 1) < 0.01, `${bits} bits`);
  });

  test('GetPictures says that an analysis made none', async () => {
    const { JobId } = await jobs.analyse('own/sample.mp4');
    await refused(call('GetPictures', { JobId }), 'NoPictures');
  });

  test('GetAccount tells what the account may use', async () => {
    const Host = isFunctionsHost ? 'functions' : 'standalone';
    assertContains(await call('GetAccount', {}), { Account: '1000000000000001', Host, Features: { Uploads: true } });
  });

  test('CreateUpload gives an address for one object, which is analysed afterwards', async () => {
    const content = readFileSync(mediaFile('sample.mp4'));
    const target = { Bucket: 'example-bucket', Object: `own/上传 ${Date.now()}.mp4`, Size: String(content.length) };
    const { Upload } = await call('CreateUpload', target);
    const send = (body) => fetch(Upload.Url, { method: Upload.Method, headers: Upload.Headers, body });
    assert.ok(Date.parse(Upload.ExpiresAt) > Date.now());
    assert.equal(Upload.MaxBytes, content.length);
    assert.ok([200, 201].includes((await send(content)).status));
    assert.ok([403, 409, 412].includes((await send(content)).status), 'nothing is replaced');
    assert.equal((await jobs.analyse(target.Object)).State, 'Success');
    await refused(call('CreateUpload', target), 'ObjectExists');
    assert.ok((await call('CreateUpload', { ...target, Overwrite: 'true' })).Upload.Url);
    await refused(call('CreateUpload', target, reader), 'Forbidden.RAM');
    await refused(call('CreateUpload', target, other), 'Forbidden.Bucket');
  });
});
