import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import RPCClient from '@alicloud/pop-core';
import { assertContains } from './support/contains.mjs';
import { eventually } from './support/eventually.mjs';
import { imsClient } from './support/ims-client.mjs';
import { mpsClients } from './support/mps-clients.mjs';
import { mediaFile } from './support/paths.mjs';
import { sharing, startService } from './support/service.mjs';

const requestId = /^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/;
const jobId = /^[0-9a-f]{32}$/;
const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const unknownId = () => randomUUID().replaceAll('-', '');

let service;
before(async () => {
  service = await startService({ settings: sharing(1) });
  for (const file of ['sample.mp4', 'subtitles.mkv', 'hls/index.m3u8', 'hls/segment0.ts', 'hls/segment1.ts']) {
    await service.bucket.uploadFile(file, mediaFile(file));
  }
  await service.bucket.uploadText('empty.mp4', '');
  await service.bucket.uploadText('locked.mp4', `Salted__${'x'.repeat(100)}`);
  await service.bucket.uploadFile('unknown.flv', mediaFile('refused/unknown.flv'));
});
after(() => service?.stop());

const call = (action, params, key) => imsClient(service.endpoint, key).call(action, params);
const input = (Media, Type = 'OSS') => JSON.stringify({ Type, Media });
const submit = async (media, params = {}, key) =>
  (await call('SubmitMediaInfoJob', { Input: input(media), ...params }, key)).MediaInfoJob;
const get = async (id) => (await call('GetMediaInfoJob', { JobId: id })).MediaInfoJob;
const finished = (id) =>
  eventually(`end of job ${id}`, async () => {
    const job = await get(id);
    return job.Status !== 'Init' && job;
  });
const analyse = async (media, params) => finished((await submit(media, params)).JobId);

const refused = (promise, code, status, message = /\S/) =>
  assert.rejects(promise, (error) => {
    assert.equal(error.code, code);
    assert.equal(error.status, status);
    assert.match(error.requestId, requestId);
    assert.match(error.message, message);
    return true;
  });

describe('a submitted job', () => {
  test('is Init at first and repeats its parameters', async () => {
    const answer = await call('SubmitMediaInfoJob', {
      Name: 'job-name',
      Input: input('oss://example-bucket/sample.mp4'),
      UserData: 'first-测试',
      ScheduleConfig: JSON.stringify({ Priority: 5 }),
    });
    assert.match(answer.RequestId, requestId);
    assertContains(answer.MediaInfoJob, {
      Name: 'job-name',
      TriggerSource: 'API',
      JobId: jobId,
      Input: { Type: 'OSS', Media: 'oss://example-bucket/sample.mp4' },
      UserData: 'first-测试',
      Status: 'Init',
      MediaInfoProperty: undefined,
      SubmitTime: time,
      FinishTime: undefined,
      RequestId: answer.RequestId,
    });
    assert.equal(answer.MediaInfoJob.Async, true);
    assert.equal(answer.MediaInfoJob.ScheduleConfig.Priority, 5);
    assert.match(answer.MediaInfoJob.ScheduleConfig.PipelineId, jobId);
    assert.deepEqual(answer.MediaInfoJob.SubmitResultJson, {});
  });

  test('becomes Success and contains the RequestId of the submit call', async () => {
    const submitted = await submit('oss://example-bucket/sample.mp4');
    const answer = await eventually('success', async () => {
      const got = await call('GetMediaInfoJob', { JobId: submitted.JobId });
      return got.MediaInfoJob.Status !== 'Init' && got;
    });
    assertContains(answer.MediaInfoJob, { Status: 'Success', RequestId: submitted.RequestId, FinishTime: time });
    assert.notEqual(answer.RequestId, submitted.RequestId);
    assert.deepEqual(answer.MediaInfoJob.SubmitResultJson, {});
  });

  test('may have its objects flattened into parameters', async () => {
    const job = (
      await call('SubmitMediaInfoJob', {
        Input: { Type: 'OSS', Media: 'oss://example-bucket/sample.mp4' },
        ScheduleConfig: { Priority: 9 },
      })
    ).MediaInfoJob;
    assert.equal(job.ScheduleConfig.Priority, 9);
    assertContains(await finished(job.JobId), { Status: 'Success', Input: { Type: 'OSS' } });
  });

  test('runs in the pipeline that it names', async () => {
    const mps = mpsClients.at(-1).create(service.endpoint);
    const { Pipeline } = await mps.call('AddPipeline', { Name: 'for-ims', NotifyConfig: '{"QueueName":"mediainfo-callbacks"}' });
    const job = await submit('oss://example-bucket/sample.mp4', { ScheduleConfig: JSON.stringify({ PipelineId: Pipeline.Id }) });
    assertContains(await finished(job.JobId), { Status: 'Success', ScheduleConfig: { PipelineId: Pipeline.Id } });
  });

  for (const [media, state] of [
    ['oss://example-bucket/sample.mp4', 'Success'],
    ['oss://example-bucket/empty.mp4', 'Fail'],
  ]) {
    test(`that ends in ${state} sends the message of its pipeline`, async () => {
      const job = await submit(media, { UserData: '{"key":"值"}' });
      assert.deepEqual(await service.callbacks.of(job.JobId), {
        Type: 'MediaInfo',
        State: state,
        JobId: job.JobId,
        UserData: '{"key":"值"}',
        RequestId: job.RequestId,
      });
    });
  }
});

describe('the property', () => {
  test('of a video uses the spelling of the job actions', async () => {
    const { MediaInfoProperty: property } = await analyse('oss://example-bucket/sample.mp4');
    assert.deepEqual(property.FileBasicInfo, {
      FileName: 'sample.mp4',
      FileStatus: 'Normal',
      FileType: 'source_file',
      FileSize: String(readFileSync(mediaFile('sample.mp4')).length),
      FileUrl: 'http://example-bucket.oss-cn-hangzhou.aliyuncs.com/sample.mp4',
      Region: 'cn-hangzhou',
      FormatName: 'mov,mp4,m4a,3gp,3g2,mj2',
      Duration: '4.000000',
      Bitrate: '136.464',
      Width: '320',
      Height: '180',
    });
    assert.deepEqual(property.AudioStreamInfoList, [
      {
        Index: '1',
        CodecName: 'aac',
        CodecLongName: 'AAC (Advanced Audio Coding)',
        CodecTimeBase: '1/48000',
        CodecTagString: 'mp4a',
        CodecTag: '0x6134706d',
        SampleFmt: 'fltp',
        SampleRate: '48000',
        Channels: '2',
        ChannelLayout: 'stereo',
        Timebase: '1/48000',
        StartTime: '0.000000',
        Duration: '4.000000',
        Bitrate: '47.940',
        Lang: 'deu',
      },
    ]);
    assert.deepEqual(property.VideoStreamInfoList, [
      {
        Index: '0',
        Codec_name: 'h264',
        Codec_long_name: 'H.264 / AVC / MPEG-4 AVC / MPEG-4 part 10',
        Profile: 'High',
        Codec_time_base: '1/50',
        Codec_tag_string: 'avc1',
        Codec_tag: '0x31637661',
        Width: '320',
        Height: '180',
        Has_b_frames: '2',
        Sar: '1:1',
        Dar: '16:9',
        PixFmt: 'yuv420p',
        Level: '21',
        Fps: '25.0',
        Avg_fps: '25.0',
        Time_base: '1/12800',
        Start_time: '0.000000',
        Duration: '4.000000',
        Bit_rate: '79.628',
        NumFrames: '100',
        Lang: 'eng',
        Rotate: '0',
      },
    ]);
  });

  test('omits unknown values, but has a language and a rotation', async () => {
    const { MediaInfoProperty: property } = await analyse('oss://example-bucket/subtitles.mkv');
    assertContains(property.VideoStreamInfoList, [{ NumFrames: undefined, Lang: 'und', Rotate: '0', Codec_tag: '0x0000' }]);
    assertContains(property.AudioStreamInfoList, [{ Bitrate: undefined, Lang: 'jpn' }]);
    assert.equal(property.SubtitleStreamInfoList, undefined);
  });

  test('of a playlist has the size of the playlist and the bit rate of its segments', async () => {
    const { MediaInfoProperty: property } = await analyse('oss://example-bucket/hls/index.m3u8');
    assertContains(property.FileBasicInfo, {
      FileName: 'index.m3u8',
      FormatName: 'hls,applehttp',
      FileSize: '173',
      Bitrate: '165.816',
      FileUrl: 'http://example-bucket.oss-cn-hangzhou.aliyuncs.com/hls/index.m3u8',
    });
  });
});

describe('an object', () => {
  const host = 'example-bucket.oss-cn-hangzhou.aliyuncs.com';
  const key = '目录/a b+c.mp4';
  const encoded = '%E7%9B%AE%E5%BD%95/a%20b%2Bc.mp4';
  before(() => service.bucket.uploadFile(key, mediaFile('sample.mp4')));

  for (const [what, media] of [
    ['the oss scheme', `oss://example-bucket/${key}`],
    ['the oss scheme, encoded', `oss://example-bucket/${encoded}`],
    ['http', `http://${host}/${encoded}`],
    ['https and not encoded', `https://${host}/${key}`],
    ['the internal endpoint', `https://example-bucket.oss-cn-hangzhou-internal.aliyuncs.com/${encoded}`],
    ['a signed URL', `https://${host}/${encoded}?Expires=1&Signature=abc%3D`],
  ]) {
    test(`named by ${what} is found`, async () => {
      const job = await analyse(media);
      assertContains(job, { Status: 'Success', Input: { Type: 'OSS', Media: media } });
      assertContains(job.MediaInfoProperty.FileBasicInfo, { FileName: 'a b+c.mp4', FileUrl: `http://${host}/${encoded}` });
    });
  }

  for (const [what, media] of [
    ['of another region', 'http://example-bucket.oss-cn-shanghai.aliyuncs.com/sample.mp4'],
    ['of another vendor', 'https://example-bucket.obs.region01.myhuaweicloud.com/sample.mp4'],
    ['of a stranger', 'https://www.example.com/sample.mp4'],
    ['with a foreign domain behind ours', `http://${host}.example.com/sample.mp4`],
    ['of no key', 'oss://example-bucket/'],
    ['of no bucket', 'oss:///sample.mp4'],
    ['of another scheme', 'ftp://example-bucket.oss-cn-hangzhou.aliyuncs.com/sample.mp4'],
    ['that is none', 'sample.mp4'],
    ['with a key that is too long', `oss://example-bucket/${'a'.repeat(1025)}`],
  ]) {
    test(`by a URL ${what} is refused`, () =>
      refused(call('SubmitMediaInfoJob', { Input: input(media) }), 'InvalidParameter', 400, /Input\.Media/));
  }

  test("in one of the service's own containers is refused", () =>
    refused(submit('oss://mediainfo-jobs/sample.mp4'), 'Forbidden', 403));
});

describe('a call that waits', () => {
  const wait = async (media, params = {}) =>
    (await call('SubmitSyncMediaInfoJob', { Input: input(media), ...params })).MediaInfoJob;

  test('answers the result, which a query has too', async () => {
    const job = await wait('oss://example-bucket/sample.mp4', { Name: 'now', UserData: 'mine', ScheduleConfig: { Priority: 8 } });
    assertContains(job, {
      Name: 'now',
      UserData: 'mine',
      Async: false,
      Status: 'Success',
      MediaInfoProperty: { FileBasicInfo: { Duration: '4.000000' }, VideoStreamInfoList: [{ Codec_name: 'h264' }] },
      FinishTime: time,
    });
    assert.deepEqual(await get(job.JobId), job);
  });

  test('counts frames if told to', async () => {
    const job = await wait('oss://example-bucket/hls/index.m3u8', { Config: '{"Packets":true}' });
    assertContains(job.MediaInfoProperty.VideoStreamInfoList, [{ NumFrames: /^[1-9]\d*$/, Duration: /^\d+\.\d{6}$/ }]);
  });

  test('answers why it failed', async () => {
    const job = await wait('oss://example-bucket/nowhere.mp4');
    assertContains(job, { Status: 'Fail', SubmitResultJson: { Code: 'ResourceNotFound', Message: 'Resource not found' } });
  });

  test('is refused like one that does not wait', () =>
    refused(call('SubmitSyncMediaInfoJob', { Input: '{}' }), 'MissingParameter', 400, /"Input\.Type"/));
});

describe('a failed job', () => {
  for (const [what, media, code] of [
    ['a missing object', 'oss://example-bucket/nowhere.mp4', 'ResourceNotFound'],
    ['an empty object', 'oss://example-bucket/empty.mp4', 'InvalidParameter.ResourceContentBad'],
    ['an encrypted file', 'oss://example-bucket/locked.mp4', 'InvalidParameter.ResourceNotSupported'],
    ['a codec that cannot be opened', 'oss://example-bucket/unknown.flv', 'InvalidParameter.ResourceNotSupported'],
  ]) {
    test(`with ${what} says why in SubmitResultJson`, async () => {
      const job = await analyse(media);
      assertContains(job, { Status: 'Fail', SubmitResultJson: { Code: code, Message: /\S/ }, MediaInfoProperty: undefined, FinishTime: time });
    });
  }
});

describe('a bad submit call', () => {
  const good = input('oss://example-bucket/sample.mp4');
  for (const [what, params, code, status, message] of [
    ['without input', {}, 'MissingParameter', 400, /"Input"/],
    ['without type', { Input: '{"Media":"oss://example-bucket/a.mp4"}' }, 'MissingParameter', 400, /"Input\.Type"/],
    ['without media', { Input: '{"Type":"OSS"}' }, 'MissingParameter', 400, /"Input\.Media"/],
    ['without media, flattened', { Input: { Type: 'OSS' } }, 'MissingParameter', 400, /"Input\.Media"/],
    ['with a broken input', { Input: '{"Type":' }, 'InvalidParameter', 400, /"Input"/],
    ['with a list for an input', { Input: '[]' }, 'InvalidParameter', 400, /"Input"/],
    ['with another type', { Input: input('a.mp4', 'VOD') }, 'InvalidParameter', 400, /"Input\.Type"/],
    ['with an unknown media asset', { Input: input(unknownId(), 'Media') }, 'ResourceNotFound', 404, /Resource not found/],
    ['with too much user data', { Input: good, UserData: '测'.repeat(342) }, 'InvalidParameter', 400, /UserData/],
    ['with user data that begins with a hyphen', { Input: good, UserData: '-a' }, 'InvalidParameter', 400, /UserData/],
    ['with too long a name', { Input: good, Name: 'n'.repeat(1025) }, 'InvalidParameter', 400, /Name/],
    ['with a broken schedule', { Input: good, ScheduleConfig: '5' }, 'InvalidParameter', 400, /ScheduleConfig/],
    ['with priority 0', { Input: good, ScheduleConfig: '{"Priority":0}' }, 'InvalidParameter', 400, /Priority/],
    ['with priority 11', { Input: good, ScheduleConfig: { Priority: 11 } }, 'InvalidParameter', 400, /Priority/],
    ['with a fraction as priority', { Input: good, ScheduleConfig: '{"Priority":1.5}' }, 'InvalidParameter', 400, /Priority/],
    ['with an unknown pipeline', { Input: good, ScheduleConfig: { PipelineId: unknownId() } }, 'ResourceNotFound', 404, /Resource not found/],
  ]) {
    test(`${what} is refused`, () => refused(call('SubmitMediaInfoJob', params), code, status, message));
  }

  test('is not one with 1,024 bytes of user data', async () => {
    const UserData = '测'.repeat(341) + 'x';
    assert.equal((await submit('oss://example-bucket/sample.mp4', { UserData })).UserData, UserData);
  });
});

describe('one job', () => {
  test('without an id is refused', () => refused(call('GetMediaInfoJob'), 'MissingParameter', 400, /JobId/));
  test('that is unknown is not found', () => refused(get(unknownId()), 'ResourceNotFound', 404));
  test('by a malformed id is not found', () => refused(get('../x'), 'ResourceNotFound', 404));

  test('of another account is not found', async () => {
    const job = await submit('oss://example-bucket/sample.mp4', {}, { accessKeyId: 'otherid', accessKeySecret: 'othersecret' });
    await refused(get(job.JobId), 'ResourceNotFound', 404);
  });

  test('of another dialect is not found, nor is one of this dialect found there', async () => {
    const mps = mpsClients.at(-1).create(service.endpoint);
    const Input = JSON.stringify({ Bucket: 'example-bucket', Location: 'oss-cn-hangzhou', Object: 'sample.mp4' });
    const { MediaInfoJob: foreign } = await mps.call('SubmitMediaInfoJob', { Input, Async: true });
    await refused(get(foreign.JobId), 'ResourceNotFound', 404);
    const listed = await call('ListMediaInfoJobs', { PageSize: 100 });
    assert.ok(!listed.Jobs.some((job) => job.JobId === foreign.JobId));
    const own = await submit('oss://example-bucket/sample.mp4');
    const answer = await mps.call('QueryMediaInfoJobList', { MediaInfoJobIds: own.JobId });
    assert.deepEqual(answer.NonExistMediaInfoJobIds.String, [own.JobId]);
  });
});

describe('a list', () => {
  const list = (params) => call('ListMediaInfoJobs', params);
  const ids = (answer) => answer.Jobs.map((job) => job.JobId);
  const all = async (params) => {
    const pages = [];
    for (let NextPageToken; pages.length < 1000; ) {
      const page = await list({ ...params, ...(NextPageToken && { NextPageToken }) });
      pages.push(ids(page));
      NextPageToken = page.NextPageToken;
      if (!NextPageToken) {
        return pages;
      }
    }
    assert.fail('the list has no end');
  };
  const other = { accessKeyId: 'otherid', accessKeySecret: 'othersecret' };

  test('has the newest jobs first, and ten of them', async () => {
    const submitted = [];
    for (let i = 0; i < 12; i++) {
      submitted.unshift((await submit(`oss://example-bucket/${i % 3 ? 'sample' : 'empty'}.mp4`)).JobId);
    }
    await Promise.all(submitted.map(finished));
    const answer = await list({});
    assert.match(answer.RequestId, requestId);
    assert.deepEqual(ids(answer), submitted.slice(0, 10));
    assert.ok(answer.NextPageToken);
    const second = await list({ PageSize: 2, NextPageToken: answer.NextPageToken });
    assert.deepEqual(ids(second), submitted.slice(10));
    assert.deepEqual(answer.Jobs[0], await get(submitted[0]));
  });

  test('in either order has every job once', async () => {
    const newest = await all({ PageSize: 7 });
    const oldest = await all({ PageSize: 7, OrderBy: 'CreateTimeAsc' });
    assert.ok(newest.slice(0, -1).every((page) => page.length === 7) && newest.at(-1).length > 0);
    assert.deepEqual(newest.flat(), oldest.flat().reverse());
    assert.equal(new Set(newest.flat()).size, newest.flat().length);
  });

  test('stays right while jobs are submitted', async () => {
    const before = (await all({ PageSize: 100 })).flat();
    const seen = [];
    for (let NextPageToken; ; ) {
      const page = await list({ PageSize: 5, ...(NextPageToken && { NextPageToken }) });
      seen.push(...ids(page));
      await submit('oss://example-bucket/empty.mp4');
      NextPageToken = page.NextPageToken;
      if (!NextPageToken) {
        break;
      }
    }
    assert.deepEqual(seen, before);
  });

  for (const Status of ['Success', 'Fail']) {
    test(`of status ${Status} has only such jobs`, async () => {
      const { Jobs } = await list({ Status, PageSize: 3 });
      assert.deepEqual(Jobs.map((job) => job.Status), [Status, Status, Status]);
    });
  }

  test('of one id has that job if the other filters match', async () => {
    const job = await finished((await submit('oss://example-bucket/empty.mp4')).JobId);
    const one = await list({ JobId: job.JobId });
    assert.deepEqual(one.Jobs, [job]);
    assert.equal(one.NextPageToken, undefined);
    assert.deepEqual(ids(await list({ JobId: job.JobId, Status: 'Fail' })), [job.JobId]);
    assert.deepEqual(ids(await list({ JobId: job.JobId, Status: 'Success' })), []);
    assert.deepEqual(ids(await list({ JobId: unknownId() })), []);
  });

  test('of a time range has the jobs of its first and last second', async () => {
    const job = await submit('oss://example-bucket/empty.mp4');
    const at = job.SubmitTime;
    const secondsFrom = (seconds) => new Date(Date.parse(at) + seconds * 1000).toISOString().replace('.000Z', 'Z');
    for (const OrderBy of ['CreateTimeDesc', 'CreateTimeAsc']) {
      const within = await list({ StartOfCreateTime: at, EndOfCreateTime: at, PageSize: 100, OrderBy });
      assert.ok(ids(within).includes(job.JobId));
      assert.ok(within.Jobs.every((found) => found.SubmitTime === at));
      assert.ok(!ids(await list({ EndOfCreateTime: secondsFrom(-1), PageSize: 100, OrderBy })).includes(job.JobId));
      assert.ok(!ids(await list({ StartOfCreateTime: secondsFrom(1), PageSize: 100, OrderBy })).includes(job.JobId));
    }
    assert.deepEqual(ids(await list({ StartOfCreateTime: at, EndOfCreateTime: secondsFrom(-1) })), []);
  });

  test('has the jobs of the calling account only', async () => {
    const job = await submit('oss://example-bucket/sample.mp4', {}, other);
    assert.ok(!(await all({ PageSize: 100 })).flat().includes(job.JobId));
    const { Jobs } = await call('ListMediaInfoJobs', { PageSize: 1 }, other);
    assert.deepEqual(Jobs.map((found) => found.JobId), [job.JobId]);
  });

  test('without matches is empty and has no next page', async () => {
    const answer = await list({ StartOfCreateTime: '2999-01-01T00:00:00Z' });
    assert.deepEqual(Object.keys(answer).sort(), ['Jobs', 'RequestId']);
    assert.deepEqual(answer.Jobs, []);
  });

  for (const [parameter, value] of [
    ['Status', 'Running'],
    ['OrderBy', 'NameAsc'],
    ['PageSize', '0'],
    ['PageSize', '101'],
    ['PageSize', 'ten'],
    ['StartOfCreateTime', 'yesterday'],
    ['EndOfCreateTime', '2024-01-01'],
    ['NextPageToken', 'abc'],
    ['NextPageToken', 'not base64!'],
  ]) {
    test(`with ${parameter} ${value} is refused`, () =>
      refused(list({ [parameter]: value }), 'InvalidParameter', 400, new RegExp(parameter)));
  }

  test('continues only in the order in which it began', async () => {
    const { NextPageToken } = await list({ PageSize: 1 });
    await refused(list({ PageSize: 1, NextPageToken, OrderBy: 'CreateTimeAsc' }), 'InvalidParameter', 400, /NextPageToken/);
  });
});

describe('a caller', () => {
  const reader = { accessKeyId: 'reader', accessKeySecret: 'readersecret' };

  test('with read permission only can read jobs but not submit them', async () => {
    const { JobId } = await submit('oss://example-bucket/sample.mp4');
    assert.equal((await call('GetMediaInfoJob', { JobId }, reader)).MediaInfoJob.JobId, JobId);
    assert.ok((await call('ListMediaInfoJobs', {}, reader)).Jobs.length > 0);
    await refused(submit('oss://example-bucket/sample.mp4', {}, reader), 'Forbidden.RAM', 403);
  });

  test('may sign with version 1', async () => {
    const client = new RPCClient({
      endpoint: service.endpoint,
      apiVersion: '2020-11-09',
      accessKeyId: 'testid',
      accessKeySecret: 'testsecret',
    });
    const { MediaInfoJob: job } = await client.request(
      'SubmitMediaInfoJob',
      { Input: input('oss://example-bucket/sample.mp4') },
      { method: 'POST', timeout: 60_000 },
    );
    await finished(job.JobId);
    const found = await client.request('ListMediaInfoJobs', { JobId: job.JobId }, { timeout: 60_000 });
    // This client's objects have no prototype.
    assert.deepEqual(JSON.parse(JSON.stringify(found.Jobs)), [await get(job.JobId)]);
  });

  test('with a wrong secret is refused', () =>
    refused(call('ListMediaInfoJobs', {}, { accessKeySecret: 'wrong' }), 'SignatureDoesNotMatch', 400));

  test('of an action that the product lacks is refused', () => refused(call('QueryMediaInfoJobList'), 'InvalidAction.NotFound', 404));
});
