// Every action of every API is called through its SDK, about every clip. No answer has a member that the SDK lacks, but for those
// that docs/sdks.md lists, and none has another type than the SDK gives it.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readdirSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { addressOf } from './support/address.mjs';
import { eventually } from './support/eventually.mjs';
import ice from './support/ims-sdk.mjs';
import { mpc as mpcModel } from './models/mpc.mjs';
import { MpcClient } from './support/mpc-client.mjs';
import { local } from './support/mps-clients.mjs';
import { unknownId } from './support/mps.mjs';
import { mediaFile } from './support/paths.mjs';
import { membersOf } from './support/sdk-types.mjs';
import { startService } from './support/service.mjs';
import { actionsOn, unknownTo, Walk } from './support/walk.mjs';

// The generated SDK is CommonJS with re-exports that an ES import does not see.
const mts = createRequire(import.meta.url)('@alicloud/mts20140618');

const bucket = 'example-bucket';
const mediaIn = (folder) => readdirSync(mediaFile(folder)).filter((name) => /\.(?!md|mjs|sh)\w+$/.test(name)).map((name) => `${folder}/${name}`);
const clips = ['.', 'rules', 'streams', 'hls'].flatMap(mediaIn).map((name) => name.replace('./', ''));
const absent = 'no such object.mp4';

let service;
before(async () => {
  service = await startService();
  for (const clip of clips) {
    await service.bucket.uploadFile(clip, mediaFile(clip));
  }
});
after(() => service?.stop());

const lowerFirst = (name) => name[0].toLowerCase() + name.slice(1);
const inGroups = (list, size) => Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));

/** `call(action, properties)` of one of Alibaba's SDKs; returns the answer as it was sent, which the SDK's own models hide. */
function alibaba(sdk, walk) {
  const { host, protocol } = addressOf(service.endpoint);
  const client = new sdk.default({ endpoint: host, protocol, regionId: 'cn-hangzhou', ...local });
  const send = client.callApi.bind(client);
  let sent;
  client.callApi = async (...args) => {
    sent = await send(...args);
    return sent;
  };
  const runtime = { readTimeout: 60_000, connectTimeout: 60_000 };
  return async (action, properties = {}) => {
    const Request = sdk[`${action}Request`];
    const args = Request ? [new Request(properties), runtime] : [runtime];
    await client[`${lowerFirst(action)}WithOptions`](...args);
    return walk.record(action, sent.body);
  };
}

const modelsOf = (sdk) => new Walk((action) => membersOf(sdk[`${action}ResponseBody`]));

/** Takes the steps in their order, and then has a test for each action. */
function walks(api, actions, walk, steps, members) {
  const unknown = unknownTo(api);
  describe(`every answer of ${api}`, () => {
    before(async () => {
      const taken = steps();
      assert.deepEqual(actions.filter((action) => !taken[action]), [], 'these actions need a step here');
      for (const [action, step] of Object.entries(taken)) {
        if (actions.includes(action)) {
          await step();
        }
      }
    });
    for (const action of actions) {
      test(`to ${action} has the members and types of the SDK`, () => walk.agrees(action, unknown));
    }
    test('was about media of every kind', () => walk.saw(members));
    test('has each member that docs/sdks.md lists as unknown to the SDK', () => walk.answered(unknownTo(api, { lasting: true })));
  });
}

const mps = modelsOf(mts);
walks('MPS', actionsOn('mps'), mps, () => {
  const call = alibaba(mts, mps);
  const notifyConfig = JSON.stringify({ QueueName: 'mediainfo-callbacks' });
  const input = (key) => JSON.stringify({ Bucket: bucket, Location: 'oss-cn-hangzhou', Object: encodeURIComponent(key) });
  let pipelineId;
  const jobs = [];
  const shots = [];
  return {
    AddPipeline: async () => {
      const said = { name: 'walk', speed: 'Boost', speedLevel: 1, notifyConfig, role: 'AliyunMTSDefaultRole' };
      pipelineId = (await call('AddPipeline', said)).Pipeline.Id;
    },
    UpdatePipeline: () => call('UpdatePipeline', { pipelineId, name: 'walked', state: 'Active', notifyConfig }),
    QueryPipelineList: () => call('QueryPipelineList', { pipelineIds: `${pipelineId},${unknownId()}` }),
    SearchPipeline: () => call('SearchPipeline', { pageNumber: 1, pageSize: 100, state: 'All' }),
    SubmitMediaInfoJob: async () => {
      for (const key of [...clips, absent]) {
        const said = { input: input(key), pipelineId, userData: 'walk', async: key === 'sample.mp4', config: '{"Deep":true}' };
        jobs.push((await call('SubmitMediaInfoJob', said)).MediaInfoJob.JobId);
      }
    },
    QueryMediaInfoJobList: async () => {
      const query = async (ids) => (await call('QueryMediaInfoJobList', { mediaInfoJobIds: ids.join(',') })).MediaInfoJobList.MediaInfoJob;
      for (const ids of inGroups(jobs, 10)) {
        await eventually('end of the jobs and their messages', async () => (await query(ids)).every((job) => job.MNSMessageResult));
      }
      await query([jobs[0], unknownId()]);
    },
    SubmitSnapshotJob: async () => {
      const at = (object) => ({ Bucket: bucket, Location: 'oss-cn-hangzhou', Object: encodeURIComponent(object) });
      const submit = async (key, config) => {
        const said = { input: input(key), pipelineId, userData: 'walk', snapshotConfig: JSON.stringify(config) };
        shots.push((await call('SubmitSnapshotJob', said)).SnapshotJob.Id);
      };
      await submit('sample.mp4', { OutputFile: at('walk/one.jpg'), Time: '1000' });
      const grid = { Columns: '2', Lines: '1', CellWidth: '80', Padding: '1', Margin: '1', Color: 'red', IsKeepCellPic: 'true' };
      const tiles = { TileOut: grid, TileOutputFile: at('walk/tile-{TileCount}.jpg') };
      await submit('sample.mp4', { OutputFile: at('walk/{Count}.jpg'), Num: '2', Interval: '1', Width: '160', Height: '90', FrameType: 'normal', ...tiles });
      await submit('sound.mp3', { OutputFile: at('walk/{Count}.jpg'), Num: '2' });
    },
    QuerySnapshotJobList: async () => {
      const query = async (said) => (await call('QuerySnapshotJobList', said)).SnapshotJobList.SnapshotJob;
      const ids = { snapshotJobIds: shots.join(',') };
      await eventually('end of the snapshot jobs and their messages', async () => (await query(ids)).every((job) => job.MNSMessageResult));
      await query({ snapshotJobIds: `${shots[0]},${unknownId()}` });
      await query({ maximumPageSize: 1 });
    },
    DeletePipeline: () => call('DeletePipeline', { pipelineId }),
  };
}, ['VideoStream.CodecName', 'VideoStream.Rotate', 'AudioStream.ChannelLayout', 'SubtitleStream.Lang', 'NetworkCost.AvgBitrate', 'MediaInfoJob.Code',
  'MNSMessageResult.MessageId', 'NonExistPids.String', 'NotifyConfig.QueueName', 'SnapshotJob.Count', 'SnapshotJob.TileCount', 'TileOut.Color']);

const ims = modelsOf(ice);
walks('IMS', actionsOn('ims', 'library', 'templates', 'snapshots', 'tags'), ims, () => {
  const call = alibaba(ice, ims);
  const url = (key) => `oss://${bucket}/${encodeURI(key)}`;
  const jobs = [];
  const assets = [];
  const shots = [];
  const tagged = [];
  let cateId = 7;
  let templateId;
  const submit = (action, key) => call(action, {
    input: { type: 'OSS', media: url(key) }, name: 'walk', scheduleConfig: { priority: 6 }, userData: 'walk',
  });
  const untilEnded = (ids, status) =>
    eventually('end of every analysis', async () => (await Promise.all(ids.map(status))).every((now) => !/^(Init|Preparing)$/.test(now)));
  return {
    AddCategory: async () => {
      cateId = (await call('AddCategory', { cateName: 'walk', type: 'default' })).Category.CateId;
      await call('AddCategory', { cateName: 'step', type: 'default', parentId: cateId });
    },
    UpdateCategory: () => call('UpdateCategory', { cateId, cateName: 'walked' }),
    GetCategories: async () => {
      await call('GetCategories', { cateId, pageNo: 1, pageSize: 10 });
      await call('GetCategories', {});
    },
    SubmitMediaInfoJob: async () => {
      for (const key of [...clips, absent]) {
        jobs.push((await submit('SubmitMediaInfoJob', key)).MediaInfoJob.JobId);
      }
    },
    SubmitSyncMediaInfoJob: async () => {
      for (const key of ['sample.mp4', 'subtitles.mkv', 'sound.mp3']) {
        await submit('SubmitSyncMediaInfoJob', key);
      }
    },
    GetMediaInfoJob: () => untilEnded(jobs, async (jobId) => (await call('GetMediaInfoJob', { jobId })).MediaInfoJob.Status),
    ListMediaInfoJobs: async () => {
      const { NextPageToken: nextPageToken } = await call('ListMediaInfoJobs', { pageSize: 20 });
      assert.ok(nextPageToken);
      await call('ListMediaInfoJobs', { pageSize: 100, nextPageToken });
    },
    CreateCustomTemplate: async () => {
      const said = { name: 'walk', type: 2, subtype: 2, templateConfig: '{"Type":"Sprite","SpriteSnapshotConfig":{"Columns":2,"Lines":1}}' };
      templateId = (await call('CreateCustomTemplate', said)).CustomTemplate.TemplateId;
      await call('CreateCustomTemplate', { name: 'tags', type: 11, templateConfig: '{"AnalyseTypes":"ocr,asr"}' });
    },
    UpdateCustomTemplate: () => call('UpdateCustomTemplate', { templateId, name: 'walked' }),
    GetCustomTemplate: async () => {
      await call('GetCustomTemplate', { templateId });
      await call('GetCustomTemplate', { type: 2, subtype: 3 });
    },
    ListCustomTemplates: () => call('ListCustomTemplates', { type: '2,11', pageNumber: 1, pageSize: 100, orderBy: 'CreateTimeAsc' }),
    ListSystemTemplates: () => call('ListSystemTemplates', { type: '2', status: 'ALL', pageNumber: 1, pageSize: 20 }),
    GetSystemTemplate: async () => {
      const { SystemTemplateList: [{ TemplateId }] } = await call('ListSystemTemplates', { type: '11' });
      await call('GetSystemTemplate', { templateId: TemplateId });
    },
    SubmitSnapshotJob: async () => {
      const take = async (key, id, name, overwriteParams) => shots.push((await call('SubmitSnapshotJob', {
        input: { type: 'OSS', media: url(key) },
        output: { type: 'OSS', media: url(`walk/${name}`) },
        templateConfig: { templateId: id, overwriteParams },
        name: 'walk',
        userData: 'walk',
      })).JobId);
      const [normal, , vtt] = (await call('ListSystemTemplates', { type: '2' })).SystemTemplateList.map(({ TemplateId }) => TemplateId);
      await take('sample.mp4', templateId, '{TileCount}.png', { count: 2, spriteSnapshotConfig: { cellWidth: 80, padding: 2, color: '#00ff00' } });
      await take('sample.mp4', normal, '{Count}.jpg', { count: 3, interval: 1, frameType: 'normal', width: 160 });
      await take('sample.mp4', vtt, 'strip.vtt', { interval: 2 });
      await take('sound.mp3', normal, 'none-{Count}.jpg', {});
    },
    GetSnapshotJob: () => untilEnded(shots, async (jobId) => (await call('GetSnapshotJob', { jobId })).SnapshotJob.Status),
    ListSnapshotJobs: async () => {
      const { NextPageToken: nextPageToken } = await call('ListSnapshotJobs', { pageSize: 1, orderBy: 'CreateTimeDesc' });
      assert.ok(nextPageToken);
      await call('ListSnapshotJobs', { pageSize: 100, nextPageToken });
    },
    GetSnapshotUrls: async () => {
      for (const jobId of shots) {
        await call('GetSnapshotUrls', { jobId, pageNumber: 1, pageSize: 30, orderBy: 'Desc', timeout: 600 });
      }
    },
    DeleteCustomTemplate: () => call('DeleteCustomTemplate', { templateId }),
    SubmitSmarttagJob: async () => {
      for (const key of ['sample.mp4', absent]) {
        tagged.push((await call('SubmitSmarttagJob', {
          input: { type: 'OSS', media: url(key) },
          templateId: 'S00000101-300080',
          params: '{"needMetaData":true,"nlpParams":{"sourceLanguage":"en"}}',
          title: 'walk',
          content: 'walk',
          userData: 'walk',
          scheduleConfig: { priority: '6' },
        })).JobId);
      }
    },
    QuerySmarttagJob: () => untilEnded(tagged, async (jobId) => {
      const { JobStatus: now } = await call('QuerySmarttagJob', { jobId, params: '{"labelResultType":"auto"}' });
      return /^(Success|Fail)$/.test(now) ? now : 'Init';
    }),
    SetEventCallback: () => call('SetEventCallback', {
      callbackType: 'HTTP', callbackURL: 'https://example.com/events', eventTypeList: 'ALL', authSwitch: 'on', authKey: 'Test1234',
    }),
    GetEventCallback: async () => {
      await call('GetEventCallback');
      await call('SetEventCallback', { callbackType: 'MNS', callbackQueueName: 'ice-callback-walk', eventTypeList: 'ALL' });
      await call('GetEventCallback');
    },
    RegisterMediaInfo: async () => {
      for (const key of [...clips, absent]) {
        const owners = { title: key, description: 'walk', mediaTags: 'one,two', userData: '{"a":1}', businessType: 'opening' };
        const said = { inputURL: url(key), ...owners, cateId, referenceId: `walk-${assets.length}-000`, coverURL: 'https://example.com/a.png' };
        const tags = key === 'sample.mp4' ? { smartTagTemplateId: 'S00000101-300080' } : {};
        assets.push((await call('RegisterMediaInfo', { ...said, ...tags })).MediaId);
      }
    },
    UpdateMediaInfo: () => call('UpdateMediaInfo', { mediaId: assets[0], title: 'walked', category: 'walk', mediaTags: 'three', appendTags: true }),
    GetMediaInfo: async () => {
      await call('GetMediaInfo', { mediaId: assets.at(-2) });
      await untilEnded(assets, async (mediaId) => (await call('GetMediaInfo', { mediaId })).MediaInfo.MediaBasicInfo.Status);
      const mediaId = assets[clips.indexOf('sample.mp4')];
      await eventually('pictures and tags of an asset', async () => {
        const { MediaBasicInfo: basic, AiRoughData: tags } = (await call('GetMediaInfo', { mediaId })).MediaInfo;
        return basic.SpriteImages && tags?.Status === 'AnalyzeSuccess';
      });
      await call('GetMediaInfo', { mediaId, returnDetailedInfo: '{"AiRoughData.StandardSmartTagJob":true}' });
    },
    SubmitMediaAiAnalysisJob: async () => {
      await call('SubmitMediaAiAnalysisJob', { input: JSON.stringify({ MediaType: 'video', Media: assets[0] }), userData: 'walk' });
    },
    BatchGetMediaInfos: async () => {
      for (const ids of inGroups([...assets, unknownId()], 20)) {
        await call('BatchGetMediaInfos', { mediaIds: ids.join(','), additionType: 'FileInfo,DynamicMetaData' });
      }
    },
    ListMediaBasicInfos: async () => {
      const { NextToken: nextToken } = await call('ListMediaBasicInfos', { maxResults: 10, includeFileBasicInfo: true });
      assert.ok(nextToken);
      await call('ListMediaBasicInfos', { maxResults: 100, nextToken, includeFileBasicInfo: true });
    },
    SearchMedia: () => call('SearchMedia', { pageNo: 1, pageSize: 50 }),
    DeleteMediaInfos: () => call('DeleteMediaInfos', { mediaIds: `${assets[0]},${unknownId()}` }),
    DeleteCategory: () => call('DeleteCategory', { cateId }),
  };
}, ['VideoStreamInfoList.Codec_name', 'AudioStreamInfoList.ChannelLayout', 'VideoStreamInfoList.Nb_frames', 'SubtitleStreamInfoList.CodecName', 'SubmitResultJson.Code',
  'FileBasicInfo.FileUrl', 'ScheduleConfig.Priority', 'IgnoredList', 'CallbackQueueName', 'CallbackURL', 'OssFile.Object', 'SnapshotJob.Code', 'SnapshotUrls',
  'WebVTTUrl', 'CustomTemplateList.SubtypeName', 'SystemTemplateList.TemplateConfig', 'Result.Data', 'Usage.Quota', 'Results.Data', 'ResultUrl', 'MediaBasicInfo.SpriteImages']);

const mpc = new Walk((call) => mpcModel.calls[call].answer);
walks('MPC', actionsOn('mpc'), mpc, () => {
  const client = new MpcClient(service.endpoint);
  // Added by the client; of a list, the client adds it too.
  const record = (call, { httpStatusCode, ...answer }) => {
    assert.ok(httpStatusCode < 300);
    return mpc.record(call, answer);
  };
  const at = (object, location = 'region01') => ({ bucket, location, object });
  const tasks = [];
  const create = async (key, more) =>
    tasks.push(record('CreateExtractTask', await client.create({ input: at(key), user_data: 'walk', ...more })).task_id);
  const isEnded = ({ status }) => /^(SUCCEED|FAILED|CANCELED)$/.test(status);
  return {
    CreateExtractTask: async () => {
      for (const key of [...clips, absent]) {
        await create(key, { output: at('walk') });
      }
      await create('sample.mp4', { sync: 1, output: { ...at('walk'), file_name: 'sync.json' } });
    },
    ListExtractTask: async () => {
      const list = async (query) => record('ListExtractTask', await client.list({ 'x-language': 'en-us', ...query }));
      for (const ids of inGroups(tasks, 10)) {
        await eventually('end of the tasks', async () => (await list({ task_id: ids })).tasks.every(isEnded));
      }
      await list({ page: 0, size: 100 });
    },
    DeleteExtractTask: async () => {
      const pipelines = new mts.default({ ...addressForMps(), ...local });
      const { body } = await pipelines.searchPipeline(new mts.SearchPipelineRequest({}));
      const { id: pipelineId, name } = body.pipelineList.pipeline.find((pipeline) => pipeline.name === 'default');
      const change = (state) => pipelines.updatePipeline(new mts.UpdatePipelineRequest({ pipelineId, name, state }));
      await change('Paused');
      await create('sample.mp4');
      record('DeleteExtractTask', await client.cancel(tasks.at(-1)));
      await change('Active');
    },
  };
}, ['video.codec', 'video.rotate', 'audio.bitrate_bps', 'tasks.error_code', 'output.file_name', 'output_file_name']);

function addressForMps() {
  const { host, protocol } = addressOf(service.endpoint);
  return { endpoint: host, protocol, regionId: 'cn-hangzhou' };
}
