// Tag jobs of IMS, and the tags of assets: chapters by ffmpeg, and labels of a recogniser of the operator's own.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { assertContains } from './support/contains.mjs';
import { startEventServer } from './support/event-server.mjs';
import { eventually } from './support/eventually.mjs';
import { imsClient } from './support/ims-client.mjs';
import { mediaFile } from './support/paths.mjs';
import { startRecogniser } from './support/recogniser.mjs';
import { sharing, startService } from './support/service.mjs';

const id32 = /^[0-9a-f]{32}$/;
const unknownId = () => randomUUID().replaceAll('-', '');
const otherKey = { accessKeyId: 'otherid', accessKeySecret: 'othersecret' };
const readerKey = { accessKeyId: 'reader', accessKeySecret: 'readersecret' };
const language = 'S00000101-300080';
const everything = 'S00000103-000001';

let service;
let recogniser;
let web;
before(async () => {
  web = await startEventServer();
  recogniser = await startRecogniser('a secret of the recogniser');
  service = await startService({
    settings: { ...sharing(1), ...recogniser.settings, MediaInfo__Callbacks__AllowPrivateAddresses: 'true' },
  });
  for (const file of ['sample.mp4', 'sound.mp3']) {
    await service.bucket.uploadFile(file, mediaFile(file));
  }
  await service.bucket.uploadText('empty.mp4', '');
});
after(async () => {
  await service?.stop();
  await recogniser?.stop();
  await web?.stop();
});

// The client would send the text "undefined".
const given = (params = {}) => Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined));
const call = (action, params, key) => imsClient(service.endpoint, key).call(action, given(params));
const url = (key) => `oss://example-bucket/${key}`;
const input = (Media, Type = 'OSS') => JSON.stringify({ Type, Media });
const submit = async (params = {}, key) =>
  (await call('SubmitSmarttagJob', { Input: input(url('sample.mp4')), TemplateId: everything, ...params }, key)).JobId;
const query = (JobId, params, key) => call('QuerySmarttagJob', { JobId, ...params }, key);
const ended = (id) => eventually(`end of tag job ${id}`, async () => {
  const job = await query(id);
  return /^(Success|Fail)$/.test(job.JobStatus) && job;
});
const found = async (params) => {
  const job = await ended(await submit(params));
  assert.equal(job.JobStatus, 'Success', job.Reason);
  return Object.fromEntries(job.Results.Result.map(({ Type, Data }) => [Type, JSON.parse(Data)]));
};
const refused = (promise, code, status, about = /\S/) =>
  assert.rejects(promise, (error) => {
    assert.equal(error.code, code, error.message);
    assert.equal(error.status, status);
    assert.match(error.message, about);
    return true;
  });

describe('a tag job', () => {
  test('has what each recogniser found, as JSON text', async () => {
    const id = await submit({ TemplateId: undefined, TemplateConfig: '{"AnalyseTypes":"nlp,face"}', UserData: 'mine' });
    assert.match(id, id32);
    const job = await ended(id);
    assertContains(job, { JobStatus: 'Success', UserData: 'mine', Progress: undefined, Reason: undefined });
    assert.deepEqual(job.Results.Result.map(({ Type }) => Type), ['NLP', 'VideoLabel']);
    const [chapters, labels] = job.Results.Result.map(({ Data }) => JSON.parse(Data));
    assert.ok(chapters.autoChapters.length > 0);
    assert.equal(labels.tags[0].name, 'frames');
    assert.deepEqual(job.Usages.Usage, [{ Type: 'nlp', Quota: 4 }, { Type: 'external', Quota: 4 }]);
    assert.match(job.ProbeUsage.Requests, /^\d+$/);
  });

  test('is Submitted or Processing until then', async () => {
    assert.match((await query(await submit())).JobStatus, /^(Submitted|Processing|Success)$/);
  });

  test('runs what the service has of its own templates, and tells the recogniser what the caller said', async () => {
    const Title = `标题 ${unknownId()}`;
    const results = await found({ Title, Content: 'About', Params: '{"needMetaData":true,"nlpParams":{"sourceLanguage":"cn"}}' });
    assert.deepEqual(results.Meta, { title: Title });
    assert.ok(results.NLP && results.VideoLabel);
    const told = recogniser.calls.find((each) => each.Title === Title);
    assertContains(told, { Content: 'About', Parameters: { nlpParams: { sourceLanguage: 'cn' } } });
    for (const { Url } of told.Frames) {
      assert.equal((await fetch(Url)).status, 200);
    }
  });

  test('has a picture of each chapter at a signed address', async () => {
    const { NLP } = await found({ TemplateId: language });
    for (const { snapshot } of NLP.autoChapters) {
      const answer = await fetch(snapshot.url);
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('content-type'), 'image/jpeg');
    }
  });

  test('may be about an address of an object, or about an asset', async () => {
    const https = 'https://example-bucket.oss-cn-hangzhou.aliyuncs.com/sample.mp4';
    const { MediaId } = await call('RegisterMediaInfo', { InputURL: https });
    for (const given of [input(https, 'URL'), input(MediaId, 'Media')]) {
      assert.ok((await found({ Input: given, TemplateId: language })).NLP);
    }
  });

  test('may be about sound alone', async () => {
    assert.ok((await found({ Input: input(url('sound.mp3')), TemplateId: language })).NLP);
  });

  test('that fails says why', async () => {
    const job = await ended(await submit({ Input: input(url('empty.mp4')) }));
    assertContains(job, { JobStatus: 'Fail', Results: undefined, Usages: undefined, Reason: /^ObjectEmpty/ });
  });

  test('is announced to its pipeline and to its own address', async () => {
    const NotifyUrl = `${web.url}/tags?id=7`;
    const id = await submit({ TemplateId: language, NotifyUrl, UserData: '{"a":1}' });
    const message = { Type: 'smarttag', JobId: id, State: 'Success', UserData: '{"a":1}' };
    assert.deepEqual(await service.callbacks.of(id), message);
    const posted = await eventually('post', () => web.posted(id));
    assert.equal(posted.path, '/tags?id=7');
    assert.deepEqual(posted.body, message);
    assert.match(posted.headers['x-mediainfo-signature'], /^sha256=[0-9a-f]{64}$/);
    assert.equal(posted.headers['x-mediainfo-delivery'], id);
  });

  test('of another account, or of another kind, is not found', async () => {
    const id = await submit({ TemplateId: language });
    await refused(query(id, {}, otherKey), 'ResourceNotFound', 404);
    const { MediaInfoJob } = await call('SubmitMediaInfoJob', { Input: input(url('sample.mp4')) });
    await refused(query(MediaInfoJob.JobId), 'ResourceNotFound', 404);
    await refused(call('GetMediaInfoJob', { JobId: id }), 'ResourceNotFound', 404);
  });

  test('can be read, but not submitted, by a key that only reads', async () => {
    const id = await submit({ TemplateId: language });
    assert.ok((await query(id, { Params: '{"labelResultType":"auto"}' }, readerKey)).JobStatus);
    await refused(submit({}, readerKey), 'Forbidden.RAM', 403);
  });

  test('needs what the caller names itself', async () => {
    await refused(submit({ Params: '{"needAsrData":true}' }), 'InvalidParameter', 400, /"Params"/);
    await refused(submit({ TemplateConfig: '{"AnalyseTypes":"asr"}' }), 'InvalidParameter', 400, /"TemplateConfig"/);
    const { CustomTemplate } = await call('CreateCustomTemplate', { Name: 'speech', Type: 11, TemplateConfig: '{"AnalyseTypes":"asr"}' });
    await refused(submit({ TemplateId: CustomTemplate.TemplateId }), 'InvalidParameter', 400, /"TemplateId"/);
  });

  for (const [params, code, status, about] of [
    [{ TemplateId: '' }, 'MissingParameter', 400, /TemplateId/],
    [{ TemplateId: unknownId() }, 'ResourceNotFound', 404],
    [{ Input: input('https://example.com/a.mp4', 'URL') }, 'InvalidParameter', 400, /Input.Media/],
    [{ Input: input(url('sample.mp4'), 'FTP') }, 'InvalidParameter', 400, /Input.Type/],
    [{ Params: '[]' }, 'InvalidParameter', 400, /Params/],
    [{ NotifyUrl: 'ftp://example.com/' }, 'InvalidParameter', 400, /NotifyUrl/],
    [{ Title: 'x'.repeat(257) }, 'InvalidParameter', 400, /Title/],
    [{ ScheduleConfig: '{"Priority":"11"}' }, 'InvalidParameter', 400, /ScheduleConfig.Priority/],
  ]) {
    test(`is refused with ${JSON.stringify(params).slice(0, 60)}`, () => refused(submit(params), code, status, about));
  }
});

describe('the tags of an asset', () => {
  const detailed = '{"AiRoughData.StandardSmartTagJob":true}';
  const tags = async (MediaId, params) => (await call('GetMediaInfo', { MediaId, ...params })).MediaInfo.AiRoughData;
  const tagged = (id, params) => eventually(`tags of ${id}`, async () => {
    const data = await tags(id, params);
    return data && data.Status !== 'Analyzing' && data;
  });
  const uploaded = async () => {
    const key = `tags/${unknownId()}.mp4`;
    await service.bucket.uploadFile(key, mediaFile('sample.mp4'));
    return url(key);
  };

  test('are found after its registration, and are a file or the answer itself', async () => {
    await call('SetEventCallback', { CallbackURL: `${web.url}/events`, EventTypeList: 'MediaAiAnalysisComplete' });
    const { MediaId } = await call('RegisterMediaInfo', { InputURL: await uploaded(), SmartTagTemplateId: language, UserData: 'mine' });
    const rough = await tagged(MediaId);
    const job = rough.StandardSmartTagJob;
    assertContains(rough, { Status: 'AnalyzeSuccess', AiJobId: id32, Result: job.ResultUrl });
    assertContains(job, { Status: 'AnalyzeSuccess', AiJobId: rough.AiJobId, Results: undefined });
    const file = await (await fetch(job.ResultUrl)).json();
    const { StandardSmartTagJob: { Results, ResultUrl } } = await tags(MediaId, { ReturnDetailedInfo: detailed });
    assert.equal(ResultUrl, undefined);
    assert.deepEqual(file.map(({ Type }) => Type), Results.map(({ Type }) => Type));
    assert.equal(Results[0].Type, 'NLP');
    assert.ok(JSON.parse(Results[0].Data).autoChapters.length > 0);
    const event = await web.next(MediaId, 'MediaAiAnalysisComplete');
    assertContains(event.body.MessageBody, { Status: 'Success', MediaId, JobId: rough.AiJobId, UserData: 'mine' });
  });

  test('are found for an asset that is there already, whose earlier ones they replace', async () => {
    const { MediaId } = await call('RegisterMediaInfo', { InputURL: await uploaded() });
    assert.equal(await tags(MediaId), undefined);
    const Input = JSON.stringify({ MediaType: 'video', Media: MediaId });
    assert.equal((await call('SubmitMediaAiAnalysisJob', { Input })).MediaId, MediaId);
    const first = await tagged(MediaId);
    await call('SubmitMediaAiAnalysisJob', { Input, AnalysisParams: '{"nlpParams":{"sourceLanguage":"en"}}' });
    const second = await eventually('the second analysis', async () => {
      const data = await tags(MediaId);
      return data.AiJobId !== first.AiJobId && data.Status === 'AnalyzeSuccess' && data;
    });
    assert.equal((await fetch(second.Result)).status, 200);
    assert.notEqual((await fetch(first.Result)).status, 200);
  });

  test('are found for an address, which registers its object', async () => {
    const Media = await uploaded();
    const { MediaId } = await call('SubmitMediaAiAnalysisJob', { Input: JSON.stringify({ MediaType: 'video', Media }) });
    assertContains((await call('GetMediaInfo', { MediaId })).MediaInfo.MediaBasicInfo, { InputURL: Media, MediaType: 'video' });
    assert.equal((await tagged(MediaId)).Status, 'AnalyzeSuccess');
  });

  test('go with it', async () => {
    const { MediaId } = await call('RegisterMediaInfo', { InputURL: await uploaded(), SmartTagTemplateId: language });
    const { Result } = await tagged(MediaId);
    assert.equal((await fetch(Result)).status, 200);
    await call('DeleteMediaInfos', { MediaIds: MediaId });
    assert.notEqual((await fetch(Result)).status, 200);
  });

  test('need a template that there is, and an input that names an object', async () => {
    const InputURL = await uploaded();
    await refused(call('RegisterMediaInfo', { InputURL, SmartTagTemplateId: unknownId() }), 'ResourceNotFound', 404);
    await refused(call('SubmitMediaAiAnalysisJob', {}), 'MissingParameter', 400, /Input/);
    await refused(call('SubmitMediaAiAnalysisJob', { Input: '{"Media":"https://example.com/a.mp4"}' }), 'InvalidParameter', 400, /Input.Media/);
    await refused(call('SubmitMediaAiAnalysisJob', { Input: `{"Media":"${unknownId()}"}` }), 'ResourceNotFound', 404);
  });
});
