// Snapshot jobs of IMS, from the submitted call to the pictures at their signed addresses.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { assertContains } from './support/contains.mjs';
import { eventually } from './support/eventually.mjs';
import { imsClient } from './support/ims-client.mjs';
import { addressOf } from './support/address.mjs';
import ice from './support/ims-sdk.mjs';
import { mediaFile } from './support/paths.mjs';
import { sizeOf, timesOf } from './support/pictures.mjs';
import { sharing, startService } from './support/service.mjs';

const templates = { normal: '1', sprite: '2', vtt: '3', cover: '4' };
const system = (name) => `5e1f0a6c0d0b4c6fa7a3d1e2b9c8000${templates[name]}`;
const otherKey = { accessKeyId: 'otherid', accessKeySecret: 'othersecret' };
const readerKey = { accessKeyId: 'reader', accessKeySecret: 'readersecret' };

let service;
before(async () => {
  service = await startService({ settings: sharing(1) });
  for (const file of ['sample.mp4', 'rotated.mp4', 'sound.mp3']) {
    await service.bucket.uploadFile(file, mediaFile(file));
  }
});
after(() => service?.stop());

// The client would send the text "undefined".
const given = (params) => Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined));
const call = (action, params, key) => imsClient(service.endpoint, key).call(action, given(params));
const oss = (key) => ({ Type: 'OSS', Media: `oss://example-bucket/${key}` });
const submit = async (template, to, { over, key, ...params } = {}) => (await call('SubmitSnapshotJob', {
  Input: oss('sample.mp4'),
  Output: oss(to),
  TemplateConfig: JSON.stringify({ TemplateId: system(template), OverwriteParams: over }),
  ...params,
}, key)).JobId;
const job = async (JobId, key) => (await call('GetSnapshotJob', { JobId }, key)).SnapshotJob;
const ended = (id) => eventually(`end of snapshot job ${id}`, async () => {
  const found = await job(id);
  return found.Status !== 'Init' && found;
});
const taken = async (...args) => {
  const done = await ended(await submit(...args));
  assertContains(done, { Status: 'Success', Code: undefined });
  return done;
};
const urls = (JobId, params, key) => call('GetSnapshotUrls', { JobId, ...params }, key);
const open = async (url) => {
  const answer = await fetch(url);
  assert.equal(answer.status, 200, url);
  return answer;
};
const picture = async (url) => sizeOf(Buffer.from(await (await open(url)).arrayBuffer()));
const refused = (promise, code, status) =>
  assert.rejects(promise, (error) => {
    assert.equal(error.code, code, error.message);
    assert.equal(error.status, status);
    return true;
  });

describe('snapshots', () => {
  test('are taken at an interval, numbered by five digits, and open at their signed addresses', async () => {
    const done = await taken('normal', 'shots/{Count}.jpg', {
      over: { Count: 3, Interval: 1, Time: 500, FrameType: 'normal', Width: 160 }, Name: 'shots', UserData: 'mine',
    });
    assertContains(done, {
      Type: 'Normal', Count: 3, Name: 'shots', UserData: 'mine', Async: true, TriggerSource: 'API', TemplateId: system('normal'), Progress: undefined,
      Input: { Type: 'OSS', Media: 'oss://example-bucket/sample.mp4', OssFile: { Bucket: 'example-bucket', Object: 'sample.mp4' } },
      Output: { Type: 'OSS', Media: 'oss://example-bucket/shots/{Count}.jpg', OssFile: { Object: 'shots/{Count}.jpg' } },
    });
    assertContains(JSON.parse(done.TemplateConfig), { Type: 'Normal', Count: 3, Interval: 1, Time: 500, Width: 160 });
    assert.match(done.ProbeUsage.Requests, /^\d+$/);

    const { SnapshotUrls, Total, WebVTTUrl } = await urls(done.JobId);
    assert.equal(Total, 3);
    assert.equal(WebVTTUrl, undefined);
    assert.deepEqual(SnapshotUrls.map((url) => new URL(url).pathname.split('/').slice(-2).join('/')), ['shots/00001.jpg', 'shots/00002.jpg', 'shots/00003.jpg']);
    for (const url of SnapshotUrls) {
      assert.deepEqual(await picture(url), { type: 'jpeg', width: 160, height: 90 });
    }
  });

  test('are as the output\'s extension says', async () => {
    for (const type of ['png', 'webp']) {
      const { JobId } = await taken('cover', `cover.${type}`, { over: { Width: 80 } });
      const [url] = (await urls(JobId)).SnapshotUrls;
      assert.deepEqual(await picture(url), { type, width: 80, height: 45 });
      assert.equal((await open(url)).headers.get('content-type'), `image/${type}`);
    }
  });

  test('are upright', async () => {
    const { JobId } = await taken('cover', 'upright.jpg', { Input: oss('rotated.mp4') });
    const { width, height } = await picture((await urls(JobId)).SnapshotUrls[0]);
    assert.ok(height > width, `${width}x${height}`);
  });

  test('of key frames are as many as there are key frames', async () => {
    const { Count } = await taken('normal', 'keys/{Count}.jpg', { over: { Count: 12, Width: 64 } });
    assert.ok(Count >= 1 && Count < 12, `${Count}`);
  });

  test('come in pages, in either order', async () => {
    const { JobId } = await taken('normal', 'many/{Count}.jpg', { over: { Count: 12, Width: 64, FrameType: 'normal' } });
    const names = async (params) => (await urls(JobId, params)).SnapshotUrls.map((url) => Number(/(\d+)\.jpg/.exec(url)[1]));
    assert.deepEqual(await names({}), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    assert.deepEqual(await names({ PageNumber: 2 }), [11, 12]);
    assert.deepEqual(await names({ OrderBy: 'Desc', PageSize: 2, Timeout: 60 }), [12, 11]);
    await refused(names({ PageSize: 31 }), 'InvalidParameter', 400);
    await refused(names({ Timeout: 129_601 }), 'InvalidParameter', 400);
  });
});

test('a sprite has its grid', async () => {
  const { JobId, Count } = await taken('sprite', 'sprite-{TileCount}.png', {
    over: { Count: 6, FrameType: 'normal', SpriteSnapshotConfig: { Columns: 3, Lines: 2, CellWidth: 80, Padding: 2, Margin: 4, Color: '#ff0000' } },
  });
  assert.equal(Count, 6);
  const { SnapshotUrls } = await urls(JobId);
  assert.equal(SnapshotUrls.length, 1);
  assert.deepEqual(await picture(SnapshotUrls[0]), { type: 'png', width: 3 * 80 + 2 * 2 + 2 * 4, height: 2 * 45 + 2 + 2 * 4 });
});

test('a WebVTT file names the cells of its sprites', async () => {
  const { JobId } = await taken('vtt', 'strips/a.vtt', { over: { Interval: 1, FrameType: 'normal', Width: 80 } });
  const { SnapshotUrls, WebVTTUrl } = await urls(JobId);
  assert.match(SnapshotUrls[0], /strips\/a\/snapshot-tile-00001\.jpg/);
  const answer = await open(WebVTTUrl);
  assert.match(answer.headers.get('content-type'), /^text\/vtt/);
  const cues = timesOf(await answer.text());
  assert.deepEqual(cues.slice(0, 2), [
    { from: 0, to: 1, name: 'a/snapshot-tile-00001.jpg#xywh=0,0,80,45' }, { from: 1, to: 2, name: 'a/snapshot-tile-00001.jpg#xywh=80,0,80,45' },
  ]);
});

test('a WebVTT file may name single pictures', async () => {
  const { JobId } = await taken('vtt', 'strips/b.vtt', { over: { Interval: 2, IsSptFrag: false, FrameType: 'normal', Width: 80 } });
  const { SnapshotUrls, WebVTTUrl } = await urls(JobId);
  assert.equal(SnapshotUrls.length, 2);
  assert.deepEqual(timesOf(await (await open(WebVTTUrl)).text()).map(({ name }) => name), ['b/snapshot-00001.jpg', 'b/snapshot-00002.jpg']);
});

describe('a job', () => {
  test('without a picture fails clearly', async () => {
    const found = await ended(await submit('normal', 'none/{Count}.jpg', { Input: oss('sound.mp3') }));
    assertContains(found, { Status: 'Fail', Code: 'InvalidParameter.ResourceNotSupported' });
    assert.match(found.Reason, /^NoPicture: /);
    assertContains(await urls(found.JobId), { Total: 0, SnapshotUrls: [] });
  });

  test('about an object that does not exist fails', async () => {
    assertContains(await ended(await submit('normal', 'none/{Count}.jpg', { Input: oss('missing.mp4') })), { Status: 'Fail', Code: 'ResourceNotFound' });
  });

  test('tells its end through its pipeline', async () => {
    const id = await submit('cover', 'told.jpg', { UserData: 'told' });
    const message = await service.callbacks.of(id);
    assertContains(message, { Type: 'Snapshot', type: 'Snapshot', State: 'Success', JobId: id, jobId: id, UserData: 'told' });
  });

  test('is the account\'s alone, and may be read with read permission', async () => {
    const { JobId } = await taken('cover', 'mine.jpg');
    await refused(job(JobId, otherKey), 'ResourceNotFound', 404);
    await refused(urls(JobId, {}, otherKey), 'ResourceNotFound', 404);
    assert.equal((await job(JobId, readerKey)).JobId, JobId);
    assert.equal((await urls(JobId, {}, readerKey)).Total, 1);
    await refused(submit('cover', 'mine.jpg', { key: readerKey }), 'Forbidden.RAM', 403);
  });

  test('is listed beside no other kind', async () => {
    const { JobId } = await taken('cover', 'listed.jpg');
    const { Jobs } = await call('ListSnapshotJobs', { JobId, Status: 'Success' });
    assertContains(Jobs[0], { JobId, Type: 'Cover', Count: 1, Output: oss('listed.jpg') });
    assert.deepEqual((await call('ListMediaInfoJobs', { JobId })).Jobs, []);
    await refused(call('GetMediaInfoJob', { JobId }), 'ResourceNotFound', 404);
    const { NextPageToken } = await call('ListSnapshotJobs', { PageSize: 1 });
    assert.equal((await call('ListSnapshotJobs', { PageSize: 1, NextPageToken })).Jobs.length, 1);
  });
});

describe('a submit call', () => {
  for (const [what, template, to, more, code, status] of [
    ['several snapshots without {Count}', 'normal', 'a.jpg', {}, 'InvalidParameter', 400],
    ['a sprite without {TileCount}', 'sprite', '{Count}.jpg', {}, 'InvalidParameter', 400],
    ['WebVTT of another name', 'vtt', '{Count}.jpg', {}, 'InvalidParameter', 400],
    ['an output in the library', 'cover', 'a.jpg', { Output: { Type: 'Media', Media: 'a' } }, 'InvalidParameter', 400],
    ['an unknown template', 'cover', 'a.jpg', { TemplateConfig: '{"TemplateId":"unknown"}' }, 'ResourceNotFound', 404],
    ['a template of tags', 'cover', 'a.jpg', { TemplateConfig: '{"TemplateId":"S00000101-300080"}' }, 'InvalidParameter', 400],
    ['a setting out of bounds', 'cover', 'a.jpg', { over: { Width: 5000 } }, 'InvalidParameter', 400],
    ['no template', 'cover', 'a.jpg', { TemplateConfig: undefined }, 'MissingParameter', 400],
    ['no output', 'cover', 'a.jpg', { Output: undefined }, 'MissingParameter', 400],
    ['an unknown pipeline', 'cover', 'a.jpg', { ScheduleConfig: { PipelineId: 'unknown' } }, 'ResourceNotFound', 404],
  ]) {
    test(`with ${what} is refused`, () => refused(submit(template, to, more), code, status));
  }

  test('may send its objects flattened', async () => {
    const { JobId } = await call('SubmitSnapshotJob', {
      Input: oss('sample.mp4'),
      Output: oss('flat/{TileCount}.jpg'),
      TemplateConfig: { TemplateId: system('sprite'), OverwriteParams: { Count: 2, SpriteSnapshotConfig: { Columns: 2, Lines: 1 } } },
    });
    assertContains(await ended(JobId), { Status: 'Success', Type: 'Sprite', Count: 2 });
  });

  test('is answered through the vendor\'s SDK', async () => {
    const { host, protocol } = addressOf(service.endpoint);
    const client = new ice.default({ endpoint: host, protocol, regionId: 'cn-hangzhou', accessKeyId: 'testid', accessKeySecret: 'testsecret' });
    const { body } = await client.submitSnapshotJob(new ice.SubmitSnapshotJobRequest({
      input: { type: 'OSS', media: 'oss://example-bucket/sample.mp4' },
      output: { type: 'OSS', media: 'oss://example-bucket/sdk/{Count}.jpg' },
      templateConfig: { templateId: system('normal'), overwriteParams: { count: 2, frameType: 'normal' } },
    }));
    await ended(body.jobId);
    const { body: found } = await client.getSnapshotUrls(new ice.GetSnapshotUrlsRequest({ jobId: body.jobId }));
    assert.equal(found.total, 2);
    assert.equal(found.snapshotUrls.length, 2);
    const { body: listed } = await client.listSnapshotJobs(new ice.ListSnapshotJobsRequest({ jobId: body.jobId }));
    assert.equal(listed.jobs[0].jobId, body.jobId);
    const { body: got } = await client.getSnapshotJob(new ice.GetSnapshotJobRequest({ jobId: body.jobId }));
    assert.equal(got.snapshotJob.count, 2);
  });
});
