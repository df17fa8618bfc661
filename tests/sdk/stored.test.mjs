// Documents that an older version stored are read by this one. Each file in `stored` has what one version left in a storage account:
// jobs of every dialect, one of which failed and one waits in a paused pipeline, an asset and an event callback.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import RPCClient from '@alicloud/pop-core';
import { BlobServiceClient } from '@azure/storage-blob';
import { assertContains } from './support/contains.mjs';
import { eventually } from './support/eventually.mjs';
import { imsClient } from './support/ims-client.mjs';
import { MpcClient } from './support/mpc-client.mjs';
import { local, mpsClients } from './support/mps-clients.mjs';
import { inRepository, mediaFile } from './support/paths.mjs';
import { startService } from './support/service.mjs';

const folder = inRepository('tests/sdk/stored');
const versions = readdirSync(folder).map((file) => file.replace('.json', ''));

async function store(connectionString, documents) {
  const blobs = BlobServiceClient.fromConnectionString(connectionString);
  for (const [path, { metadata, json }] of Object.entries(documents)) {
    const [container, ...name] = path.split('/');
    const content = json ? JSON.stringify(json) : '';
    await blobs.getContainerClient(container).createIfNotExists();
    await blobs.getContainerClient(container).getBlockBlobClient(name.join('/')).upload(content, Buffer.byteLength(content), { metadata });
  }
  return connectionString;
}

assert.ok(versions.includes('1.0') && versions.includes('2.0'), `${versions}`);
for (const version of versions) {
  describe(`what version ${version} stored`, () => {
    const documents = JSON.parse(readFileSync(`${folder}/${version}.json`, 'utf8'));
    const jobs = Object.entries(documents).filter(([path]) => path.startsWith('mediainfo-jobs/')).map(([, { json }]) => json);
    const jobOf = (suits) => jobs.find(suits) ?? assert.fail(`no such job in ${version}`);
    const [pipeline] = Object.entries(documents).filter(([path]) => path.startsWith('mediainfo-pipelines/')).map(([, { json }]) => json);
    let service;
    let mps;
    const query = async (id) => (await mps('QueryMediaInfoJobList', { MediaInfoJobIds: id })).MediaInfoJobList.MediaInfoJob[0];
    before(async () => {
      // The documents are as old as they are, and nothing may tidy them up.
      const settings = { MediaInfo__Retention__Days: '0' };
      service = await startService({ settings, storage: (connectionString) => store(connectionString, documents) });
      await service.bucket.uploadFile('sample.mp4', mediaFile('sample.mp4'));
      mps = mpsClients[0].create(service.endpoint).call;
    });
    after(() => service?.stop());

    test('a job that succeeded has its media information and what its caller sent', async () => {
      const { key, userData } = jobOf((job) => job.dialect === 'mps' && job.userData);
      assertContains(await query(key.id), {
        State: 'Success',
        UserData: userData,
        Input: { Bucket: 'example-bucket', Object: 'sample.mp4' },
        Properties: {
          Width: '320', Height: '180', Duration: '4.000000',
          Streams: { VideoStreamList: { VideoStream: [{ CodecName: 'h264' }] }, AudioStreamList: { AudioStream: [{ CodecName: 'aac' }] } },
        },
      });
    });

    test('a job that counted packets has digest and counts', async () => {
      const { key } = jobOf((job) => job.dialect === 'mps' && job.extras.packets);
      const { Properties } = await query(key.id);
      assert.match(Properties.FileMd5, /^[0-9a-f]{32}$/i);
      assertContains(Properties.Streams.VideoStreamList.VideoStream[0], { NumFrames: '100' });
    });

    test('a job that failed says why', async () => {
      const { key } = jobOf((job) => job.state === 'Failed');
      assertContains(await query(key.id), { State: 'Fail', Code: 'InvalidParameter.ResourceNotFound' });
    });

    test('jobs of the other dialects and the probe report can be queried', async () => {
      const { call: ims } = imsClient(service.endpoint);
      const imsJob = jobOf((job) => job.dialect === 'ims').key.id;
      assertContains((await ims('GetMediaInfoJob', { JobId: imsJob })).MediaInfoJob, { Status: 'Success', Name: 'n' });
      const { tasks } = await new MpcClient(service.endpoint).list({});
      assertContains(tasks[0], { status: 'SUCCEED', metadata: { format: 'MP4' } });
      const report = await new RPCClient({ endpoint: service.endpoint, apiVersion: '2026-01-01', ...local })
        .request('GetProbeReport', { JobId: imsJob });
      assertContains(report.Description, { container: { duration: 4 } });
    });

    test('an asset of the media library and the event callback are as they were', async () => {
      const { call: ims } = imsClient(service.endpoint);
      const [asset] = Object.entries(documents).filter(([path]) => path.includes('/assets/')).map(([, { json }]) => json);
      const { MediaInfo } = await ims('GetMediaInfo', { MediaId: asset.key.id });
      assertContains(MediaInfo, { MediaBasicInfo: { Title: 'Kept', Status: 'Normal', MediaTags: 'a,b' } });
      assertContains(await ims('GetEventCallback'), { CallbackType: 'HTTP', CallbackURL: 'http://192.0.2.1/c' });
    });

    test('a job that a paused pipeline held runs once the pipeline is resumed', async () => {
      const { key } = jobOf((job) => job.state === 'Waiting');
      assert.equal((await query(key.id)).State, 'Analyzing');
      await mps('UpdatePipeline', { PipelineId: pipeline.id, Name: pipeline.name, State: 'Active' });
      await eventually('the job ends', async () => (await query(key.id)).State === 'Success');
    });
  });
}
