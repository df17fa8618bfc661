import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { samples } from './samples.mjs';
import { assertContains } from './support/contains.mjs';
import { mpsClients } from './support/mps-clients.mjs';
import { idForm, inputOf, jobsBy, refused, requestIdForm, timeForm, unknownId } from './support/mps.mjs';
import { mediaFile } from './support/paths.mjs';
import { startService } from './support/service.mjs';

let service;
before(async () => {
  service = await startService();
  for (const file of samples.flatMap((sample) => [sample.file, ...(sample.with ?? [])])) {
    await service.bucket.uploadFile(file, mediaFile(file));
  }
  await service.bucket.uploadText('empty.mp4', '');
  await service.bucket.uploadText('locked.mp4', `Salted__${'x'.repeat(100)}`);
  await service.bucket.uploadFile('unknown.flv', mediaFile('refused/unknown.flv'));
  await service.bucket.uploadText('notes.txt', 'Buy milk.\nCall the office about the broken window.\n'.repeat(40));
});
after(() => service?.stop());

for (const { name, create } of mpsClients) {
  describe(`MPS by ${name}`, () => {
    const call = (action, params) => create(service.endpoint).call(action, params);
    const { submit, query, job, finished, told, analyse } = jobsBy(call);

    describe('a submitted job', () => {
      test('is Analyzing at first when it is asynchronous, and repeats its parameters', async () => {
        const answer = await submit('sample.mp4', { Async: true, UserData: 'first-测试' });
        assert.match(answer.RequestId, requestIdForm);
        assert.match(answer.MediaInfoJob.JobId, idForm);
        assert.match(answer.MediaInfoJob.CreationTime, timeForm);
        assert.ok(answer.MediaInfoJob.PipelineId);
        assertContains(answer.MediaInfoJob, {
          State: 'Analyzing',
          Async: true,
          UserData: 'first-测试',
          Input: { Bucket: 'example-bucket', Location: 'oss-cn-hangzhou', Object: 'sample.mp4' },
          Properties: undefined,
          Code: undefined,
        });
      });

      test('becomes Success and keeps its parameters', async () => {
        const found = await analyse('sample.mp4', { Async: true, UserData: 'first-测试' });
        assertContains(found, { State: 'Success', Async: true, UserData: 'first-测试', Code: undefined });
      });

      test('has its Properties in the answer when it is synchronous', async () => {
        const { MediaInfoJob: answered } = await submit('sample.mp4', { Async: false });
        assertContains(answered, { State: 'Success', Async: false, Properties: { Width: '320', Duration: '4.000000' } });
        assertContains(await job(answered.JobId), { State: 'Success', Async: false, Properties: { Width: '320' } });
      });
    });

    describe('the properties', () => {
      for (const { file, properties, video, audio, subtitles } of samples) {
        test(`of ${file} are right`, async () => {
          const found = await analyse(file);
          assertContains(found, { State: 'Success', Properties: properties });
          const bytes = readFileSync(mediaFile(file));
          const size = String(bytes.length);
          assertContains(found.Properties, { FileSize: size, Format: { Size: size } });
          // Known only if the storage keeps it, but never wrong.
          const md5 = createHash('md5').update(bytes).digest('hex');
          assert.ok(['', md5].includes(found.Properties.FileMd5), `FileMd5 is ${found.Properties.FileMd5}`);
          const { VideoStreamList, AudioStreamList, SubtitleStreamList } = found.Properties.Streams;
          // A cover may be listed as a video stream or left out.
          if (video) {
            assertContains(VideoStreamList.VideoStream, video, 'VideoStream');
          }
          assertContains(AudioStreamList.AudioStream, audio, 'AudioStream');
          assertContains(SubtitleStreamList.SubtitleStream, subtitles, 'SubtitleStream');
        });
      }
    });

    describe('a query', () => {
      test('returns the known jobs and lists the unknown ids', async () => {
        const known = (await submit('sample.mp4')).MediaInfoJob.JobId;
        const unknown = [unknownId(), 'not-an-id'];
        const answer = await query(unknown[0], known, unknown[1]);
        assert.deepEqual(answer.MediaInfoJobList.MediaInfoJob.map((item) => item.JobId), [known]);
        assert.deepEqual([...answer.NonExistMediaInfoJobIds.String].sort(), unknown.sort());
      });

      test('has an empty job list when it knows none of the ids', async () => {
        const unknown = unknownId();
        const answer = await query(unknown);
        assert.deepEqual(answer.MediaInfoJobList.MediaInfoJob, []);
        assert.deepEqual(answer.NonExistMediaInfoJobIds.String, [unknown]);
      });

      test('has no list of unknown ids when it knows all', async () => {
        const known = (await submit('sample.mp4')).MediaInfoJob.JobId;
        assert.equal((await query(known)).NonExistMediaInfoJobIds, undefined);
      });

      test('takes ten ids and refuses eleven', async () => {
        const ids = Array.from({ length: 11 }, unknownId);
        assert.equal((await query(...ids.slice(0, 10))).NonExistMediaInfoJobIds.String.length, 10);
        await refused(query(...ids), 'InvalidParameter.OutOfRange', 400);
      });

      test('without ids is refused', () => refused(call('QueryMediaInfoJobList', {}), 'InvalidParameter', 400));
    });

    describe('a bad input', () => {
      test('that is missing is refused', () => refused(call('SubmitMediaInfoJob', { Async: true }), 'MissingInput', 400));

      test('that is not a JSON object is refused', async () => {
        for (const Input of ['{"Bucket":', '[]', 'sample.mp4']) {
          const submitted = call('SubmitMediaInfoJob', { Input, Async: true });
          await refused(submitted, 'InvalidParameter.JsonObjectFormatInvalid', 400);
        }
      });

      const endings = [
        ['a missing object', 'nowhere/missing.mp4', 'InvalidParameter.ResourceNotFound'],
        ['an empty object', 'empty.mp4', 'InvalidParameter.ResourceContentBad'],
        ['a text file', 'notes.txt', 'InvalidParameter.ResourceContentBad'],
        ['an encrypted file', 'locked.mp4', 'InvalidParameter.ResourceNotSupported'],
        ['a codec that cannot be opened', 'unknown.flv', 'InvalidParameter.ResourceNotSupported'],
      ];
      for (const [what, key, code] of endings) {
        test(`such as ${what} ends in Fail with ${code}`, async () => {
          const found = await analyse(key);
          assertContains(found, { State: 'Fail', Code: code, Message: /\S/, Properties: undefined });
        });
      }

      test('fails the job of a synchronous call, but not the call', async () => {
        const { MediaInfoJob: answered } = await submit('nowhere/missing.mp4', { Async: false });
        assertContains(answered, { State: 'Fail', Code: 'InvalidParameter.ResourceNotFound', Properties: undefined });
      });
    });

    describe('an object key', () => {
      const keys = [
        'with space/a b.mp4',
        'plus+and+plus.mp4',
        'question?mark=1&more.mp4',
        'hash#tag.mp4',
        'percent%20is%2Fliteral%.mp4',
        `quotes'"both.mp4`,
        '目录/视频 样本.mp4',
        '-leading.mp4',
        'brackets(1)[2]*!~.mp4',
      ];
      for (const key of keys) {
        test(`like ${key} is found`, async () => {
          await service.bucket.uploadFile(key, mediaFile('rotated.mp4'));
          assertContains(await analyse(key), { State: 'Success', Properties: { Width: '160' } });
        });
      }

      test('may keep its slashes and need not be encoded', async () => {
        const Input = JSON.stringify({ Bucket: 'example-bucket', Location: 'oss-cn-hangzhou', Object: 'hls/segment0.ts' });
        const { MediaInfoJob: submitted } = await call('SubmitMediaInfoJob', { Input, Async: true });
        assertContains(await finished(submitted.JobId), { State: 'Success' });
      });
    });

    describe('a caller', () => {
      const as = (key) => create(service.endpoint, key).call('QueryMediaInfoJobList', { MediaInfoJobIds: unknownId() });

      test('with a wrong secret is refused', () =>
        refused(as({ accessKeySecret: 'wrong' }), 'SignatureDoesNotMatch', 400));

      test('with an unknown key is refused', () =>
        refused(as({ accessKeyId: 'nobody' }), 'InvalidAccessKeyId.NotFound', 404));
    });

    describe('the callback', () => {
      const endings = [
        ['sample.mp4', 'Success'],
        ['empty.mp4', 'Fail'],
      ];
      for (const [key, state] of endings) {
        test(`of a job that ends in ${state} reaches the queue, and the job has its message id`, async () => {
          const UserData = '{"key":"值"}';
          const submitted = await submit(key, { Async: true, UserData });
          const id = submitted.MediaInfoJob.JobId;
          const { RequestId } = submitted;
          assertContains(await service.callbacks.of(id), {
            Type: 'MediaInfo',
            State: state,
            JobId: id,
            UserData,
            RequestId,
          });
          assertContains(await told(id), { MessageId: /\S/, ErrorCode: undefined, ErrorMessage: undefined });
        });
      }
    });
  });
}

test('an unsigned request is refused', async () => {
  const params = new URLSearchParams({ Action: 'QueryMediaInfoJobList', Version: '2014-06-18', Format: 'JSON' });
  params.set('MediaInfoJobIds', unknownId());
  const answer = await fetch(`${service.endpoint}/?${params}`);
  assert.equal(answer.status, 400);
  const error = await answer.json();
  assert.match(error.RequestId, requestIdForm);
  assert.ok(error.Code && error.Message);
});
