import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { assertContains } from './support/contains.mjs';
import { mpsClients } from './support/mps-clients.mjs';
import { idForm, jobsBy, plain, refused, requestIdForm, timeForm, unknownId } from './support/mps.mjs';
import { mediaFile } from './support/paths.mjs';
import { sharing, startService } from './support/service.mjs';

const missing = ['InvalidParameter.ResourceNotFound', 404, /The resource operated "Pipeline" cannot be found/];
const inUse = ['InvalidParameter.InvalidState', 400];

// Each client has its own account, and therefore its own pipelines.
const clients = mpsClients.map((client, i) => ({
  ...client,
  account: `30000000000000${i}`,
  key: { accessKeyId: `key-of-${i}`, accessKeySecret: `secret-of-${i}` },
}));
// Several accounts can use one queue if each of them lists it.
const callbackQueue = (i) => ({
  [`MediaInfo__Accounts__List__${i}__CallbackQueue`]: 'mediainfo-callbacks',
  [`MediaInfo__Accounts__List__${i}__Queues__8`]: 'mediainfo-callbacks',
});
const accountSettings = ({ account, key }, i) => ({
  [`MediaInfo__Accounts__List__${i + 2}__Id`]: account,
  ...sharing(i + 2),
  ...callbackQueue(i + 2),
  [`MediaInfo__Accounts__List__${i + 2}__Keys__0__Id`]: key.accessKeyId,
  [`MediaInfo__Accounts__List__${i + 2}__Keys__0__Secret`]: key.accessKeySecret,
  [`MediaInfo__Accounts__List__${i + 2}__Keys__0__Allow__0`]: 'mts:*',
});
const settings = {
  ...callbackQueue(0),
  ...Object.assign({}, ...clients.map(accountSettings)),
  // A call that does not say whether it waits spends this whole time on a job of a paused pipeline.
  MediaInfo__Gateway__UnspecifiedBudget: '00:00:00.3',
};

let service;
before(async () => {
  service = await startService({ settings });
  await service.bucket.uploadFile('sample.mp4', mediaFile('sample.mp4'));
});
after(() => service?.stop());

const names = (answer) => answer.PipelineList.Pipeline.map((pipeline) => pipeline.Name);
const ids = (answer) => answer.PipelineList.Pipeline.map((pipeline) => pipeline.Id);
const numbered = (count) => Array.from({ length: count }, (_, i) => `number-${i}`);

// Drops the members that a client cannot set.
const own = ({ Id, QuotaAllocate, ExtendConfig, CreationTime, ...rest }) => rest;

/** The actions of one client. The pipelines that it adds are deleted after their test. */
function pipelinesBy(call) {
  const query = (...asked) => call('QueryPipelineList', { PipelineIds: asked.join(',') });
  const search = (params = {}) => call('SearchPipeline', params);
  const update = (pipeline, params) =>
    call('UpdatePipeline', { PipelineId: pipeline.Id, Name: pipeline.Name, State: 'Active', ...params });
  const remove = (id) => call('DeletePipeline', { PipelineId: id });
  const get = async (id) => (await query(id)).PipelineList.Pipeline[0];
  const add = async (t, params) => {
    const { Pipeline } = await call('AddPipeline', { Name: 'of-a-test', ...params });
    t.after(() => remove(Pipeline.Id).catch((error) => assert.equal(error.code, missing[0])));
    return Pipeline;
  };
  const standard = async () => (await search({ PageSize: 100 })).PipelineList.Pipeline.find(({ Name }) => Name === 'default');
  return { query, search, update, remove, get, add, standard };
}

for (const { name, key, create } of clients) {
  describe(`pipelines by ${name}`, () => {
    const call = (action, params) => create(service.endpoint, key).call(action, params);
    const { query, search, update, remove, get, add, standard } = pipelinesBy(call);
    const { submit, job, finished } = jobsBy(call);
    // The generated models lack this member, which only our service has.
    const knowsUrl = name.startsWith('pop-core');

    describe('AddPipeline', () => {
      test('returns its parameters and the state Active', async (t) => {
        const asked = { Name: '测试-pipeline-1', Speed: 'Boost', SpeedLevel: 2, Role: 'AliyunMTSDefaultRole' };
        const answer = await call('AddPipeline', { ...asked, NotifyConfig: '{"QueueName":"queue-of-mine"}' });
        t.after(() => remove(answer.Pipeline.Id));
        assert.match(answer.RequestId, requestIdForm);
        assert.match(answer.Pipeline.Id, idForm);
        const expected = { ...asked, State: 'Active', NotifyConfig: { QueueName: 'queue-of-mine' } };
        assert.deepEqual(own(plain(answer.Pipeline)), expected);
        assert.deepEqual(own(plain(await get(answer.Pipeline.Id))), expected);
      });

      test('creates a Standard pipeline without notifications when only a name is given', async (t) => {
        const made = await add(t, { Name: 'bare' });
        assert.deepEqual(own(plain(made)), { Name: 'bare', State: 'Active', Speed: 'Standard' });
      });

      test('gives two pipelines of the same name different ids', async (t) => {
        const [one, two] = [await add(t, { Name: 'twin' }), await add(t, { Name: 'twin' })];
        assert.notEqual(one.Id, two.Id);
        assert.deepEqual(names(await query(one.Id, two.Id)), ['twin', 'twin']);
      });

      test('accepts the other documented speeds', async (t) => {
        for (const Speed of ['NarrowBandHDV2', 'AIVideoCover', 'AIVideoTag', 'AIAudioASR']) {
          assertContains(await add(t, { Speed }), { Speed });
        }
      });

      test('refuses an unknown speed or level', async () => {
        await refused(call('AddPipeline', { Name: 'fast', Speed: 'Ludicrous' }), 'InvalidParameter', 400, /Speed/);
        for (const SpeedLevel of [0, 4]) {
          const added = call('AddPipeline', { Name: 'fast', SpeedLevel });
          await refused(added, 'InvalidParameter.OutOfRange', 400, /SpeedLevel/);
        }
      });
    });

    describe('a name', () => {
      test('is required', () => refused(call('AddPipeline', { Speed: 'Standard' }), 'MissingName', 400));

      test('may have 128 bytes of letters, digits and hyphens, including Chinese ones', async (t) => {
        for (const Name of ['a'.repeat(128), '名'.repeat(42), '7', 'with-hyphen-']) {
          assertContains(await add(t, { Name }), { Name });
        }
      });

      const bad = [
        ['longer than 128 bytes', ['a'.repeat(129), '名'.repeat(43)], 'InvalidParameter.OutOfRange'],
        ['with other characters', ['-leading', 'with space', 'a/b', '<b>', 'semi;colon', '🎬'], 'InvalidParameter'],
      ];
      for (const [what, illegal, code] of bad) {
        test(`${what} is refused and changes nothing`, async (t) => {
          const made = await add(t, { Name: 'right' });
          for (const Name of illegal) {
            await refused(call('AddPipeline', { Name }), code, 400, /Name/);
            await refused(update(made, { Name }), code, 400, /Name/);
          }
          assertContains(await get(made.Id), { Name: 'right' });
        });
      }
    });

    describe('NotifyConfig', () => {
      const targets = [
        ['a queue', { QueueName: 'queue-of-mine' }],
        ['a topic', { Topic: 'topic-of-mine' }],
        ['a URL', { Url: 'https://example.com/hook?token=a%20b&c=%E5%80%BC' }],
        ['a queue, before all else,', { QueueName: 'queue-of-mine', Topic: 'topic-of-mine' }],
      ];
      for (const [what, target] of targets) {
        test(`names ${what} and is returned unchanged`, async (t) => {
          const shown = knowsUrl || !target.Url ? target : {};
          const made = await add(t, { NotifyConfig: JSON.stringify(target) });
          assert.deepEqual(plain(made.NotifyConfig), shown);
          assert.deepEqual(plain((await get(made.Id)).NotifyConfig), shown);
          const reader = pipelinesBy((action, params) => clients[0].create(service.endpoint, key).call(action, params));
          assert.deepEqual(plain((await reader.get(made.Id)).NotifyConfig), target);
        });
      }

      test('that is omitted from an update stays, and {} clears it', async (t) => {
        const made = await add(t, { NotifyConfig: '{"Topic":"topic-of-mine"}' });
        assert.deepEqual(plain((await update(made, {})).Pipeline.NotifyConfig), { Topic: 'topic-of-mine' });
        assert.deepEqual(plain((await get(made.Id)).NotifyConfig), { Topic: 'topic-of-mine' });
        const changed = await update(made, { NotifyConfig: '{"QueueName":"queue-of-mine"}' });
        assert.deepEqual(plain(changed.Pipeline.NotifyConfig), { QueueName: 'queue-of-mine' });
        assert.equal((await update(made, { NotifyConfig: '{}' })).Pipeline.NotifyConfig, undefined);
        assert.equal((await get(made.Id)).NotifyConfig, undefined);
      });

      const queues = ['with.dots', 'with space', '_leading', '-leading', 'a/b', 'q'.repeat(257), '名字名字'];
      const urls = ['ftp://example.com/', 'example.com/hook', '/hook', 'https://user:word@example.com/', 'file:///etc/passwd'];
      const bad = [
        [
          'is no JSON object',
          ['{', '[]', '"text"', 'null', 'queue-of-mine', '{"QueueName":["queue-of-mine"]}'],
          'InvalidParameter.JsonObjectFormatInvalid',
          /"NotifyConfig"/,
        ],
        ['names an MqTopic', ['{"MqTopic":"topic"}'], 'InvalidParameter.NotSupported', /MqTopic/],
        ['names an illegal queue', queues.map((QueueName) => JSON.stringify({ QueueName })), 'InvalidParameter', /QueueName/],
        ['names an illegal topic', queues.slice(0, 1).map((Topic) => JSON.stringify({ Topic })), 'InvalidParameter', /Topic/],
        ['names no web address', urls.map((Url) => JSON.stringify({ Url })), 'InvalidParameter', /Url/],
      ];
      for (const [what, configs, code, message] of bad) {
        test(`that ${what} is refused and changes nothing`, async (t) => {
          const made = await add(t, { NotifyConfig: '{"Topic":"topic-of-mine"}' });
          for (const NotifyConfig of configs) {
            await refused(call('AddPipeline', { Name: 'of-a-test', NotifyConfig }), code, 400, message);
            await refused(update(made, { Name: 'renamed', NotifyConfig }), code, 400, message);
          }
          assertContains(await get(made.Id), { Name: 'of-a-test', NotifyConfig: { Topic: 'topic-of-mine' } });
        });
      }
    });

    describe('UpdatePipeline', () => {
      test('returns the changed pipeline, without its level', async (t) => {
        const made = await add(t, { Speed: 'Boost', SpeedLevel: 3, Role: 'first' });
        const answer = await update(made, { Name: 'renamed', State: 'Paused', Role: 'second' });
        assert.match(answer.RequestId, requestIdForm);
        assert.equal(answer.Pipeline.Id, made.Id);
        const expected = { Name: 'renamed', State: 'Paused', Speed: 'Boost', Role: 'second' };
        assert.deepEqual(own(plain(answer.Pipeline)), expected);
        assert.deepEqual(own(plain(await get(made.Id))), { ...expected, SpeedLevel: 3 });
      });

      test('keeps the role if it is omitted', async (t) => {
        const made = await add(t, { Role: 'first' });
        assertContains((await update(made, {})).Pipeline, { Role: 'first' });
      });

      test('needs an id, a name and a state', async (t) => {
        const made = await add(t);
        await refused(update(made, { PipelineId: undefined }), 'MissingPipelineId', 400);
        await refused(update(made, { Name: undefined }), 'MissingName', 400);
        await refused(update(made, { State: undefined }), 'MissingState', 400);
      });

      test('refuses an unknown state', async (t) => {
        const made = await add(t);
        for (const State of ['Deleted', 'paused', 'All']) {
          await refused(update(made, { State }), 'InvalidParameter', 400, /State/);
        }
      });

      test('does not find an unknown id', async () => {
        for (const Id of [unknownId(), 'not-an-id', '../../etc']) {
          await refused(update({ Id, Name: 'of-a-test' }, {}), ...missing);
        }
      });
    });

    describe('QueryPipelineList', () => {
      test('returns the known pipelines, newest first, and lists the unknown ids', async (t) => {
        const [one, two] = [await add(t, { Name: 'one' }), await add(t, { Name: 'two' })];
        const strangers = [unknownId(), 'not-an-id'];
        const answer = await query(strangers[0], one.Id, two.Id, strangers[1]);
        assert.match(answer.RequestId, requestIdForm);
        assert.deepEqual(names(answer), ['two', 'one']);
        assert.deepEqual([...answer.NonExistPids.String].sort(), strangers.sort());
      });

      test('has an empty list when it knows none, and no NonExistPids when it knows all', async (t) => {
        const stranger = unknownId();
        const none = await query(stranger);
        assert.deepEqual(none.PipelineList.Pipeline, []);
        assert.deepEqual(none.NonExistPids.String, [stranger]);
        assert.equal((await query((await add(t)).Id)).NonExistPids, undefined);
      });

      test('trims blanks, ignores empty parts and returns a repeated id once', async (t) => {
        const { Id } = await add(t);
        assert.deepEqual(ids(await query(` ${Id} `, '', Id)), [Id]);
      });

      test('takes ten ids and refuses eleven', async () => {
        const many = Array.from({ length: 11 }, unknownId);
        assert.equal((await query(...many.slice(0, 10))).NonExistPids.String.length, 10);
        await refused(query(...many), 'InvalidParameter.OutOfRange', 400, /PipelineIds/);
      });

      test('needs ids', async () => {
        await refused(call('QueryPipelineList', {}), 'MissingPipelineIds', 400);
        await refused(query(' ', ''), 'InvalidParameter', 400, /PipelineIds/);
      });
    });

    describe('SearchPipeline', () => {
      test('returns a page of ten, newest first, and the total count', async (t) => {
        for (const Name of numbered(12)) {
          await add(t, { Name });
        }
        const newestFirst = [...numbered(12).reverse(), 'default'];
        const first = await search();
        assert.match(first.RequestId, requestIdForm);
        assertContains(first, { TotalCount: 13, PageNumber: 1, PageSize: 10 });
        assert.deepEqual(names(first), newestFirst.slice(0, 10));
        const second = await search({ PageNumber: 2 });
        assertContains(second, { TotalCount: 13, PageNumber: 2, PageSize: 10 });
        assert.deepEqual(names(second), newestFirst.slice(10));
        const third = await search({ PageNumber: 3, PageSize: 6 });
        assertContains(third, { TotalCount: 13, PageNumber: 3, PageSize: 6 });
        assert.deepEqual(names(third), ['default']);
        const beyond = await search({ PageNumber: 1_000_000_000, PageSize: 100 });
        assertContains(beyond, { TotalCount: 13, PageNumber: 1_000_000_000, PageSize: 100 });
        assert.deepEqual(beyond.PipelineList.Pipeline, []);
      });

      test('shows all members of a pipeline, and when it was created', async (t) => {
        const asked = { Name: 'shown', Speed: 'Boost', SpeedLevel: 1, Role: 'role' };
        const { Id } = await add(t, { ...asked, NotifyConfig: '{"Topic":"topic-of-mine"}' });
        const found = plain((await search()).PipelineList.Pipeline[0]);
        assert.equal(found.Id, Id);
        assert.match(found.CreationTime, timeForm);
        assert.ok(Math.abs(Date.parse(found.CreationTime) - Date.now()) < 600_000, found.CreationTime);
        assert.deepEqual(own(found), { ...asked, State: 'Active', NotifyConfig: { Topic: 'topic-of-mine' } });
      });

      test('filters by state', async (t) => {
        const [running, paused] = [await add(t, { Name: 'running' }), await add(t, { Name: 'paused' })];
        await update(paused, { State: 'Paused' });
        const held = await search({ State: 'Paused' });
        assert.deepEqual([held.TotalCount, ids(held)], [1, [paused.Id]]);
        const active = await search({ State: 'Active' });
        assert.deepEqual([active.TotalCount, names(active)], [2, ['running', 'default']]);
        assert.equal(ids(active)[0], running.Id);
        assert.equal((await search({ State: 'All' })).TotalCount, 3);
      });

      test('refuses invalid pages and unknown states', async () => {
        await refused(search({ PageNumber: 0 }), 'InvalidParameter.OutOfRange', 400, /PageNumber/);
        await refused(search({ PageSize: 0 }), 'InvalidParameter.OutOfRange', 400, /PageSize/);
        await refused(search({ PageSize: 101 }), 'InvalidParameter.OutOfRange', 400, /PageSize/);
        await refused(search({ State: 'Deleted' }), 'InvalidParameter', 400, /State/);
      });
    });

    describe('DeletePipeline', () => {
      test('returns the id, and the pipeline no longer exists', async (t) => {
        const made = await add(t, { Name: 'doomed' });
        const { PipelineId } = (await submit('sample.mp4', { Async: true, PipelineId: made.Id })).MediaInfoJob;
        assert.equal(PipelineId, made.Id);
        const answer = await remove(made.Id);
        assert.match(answer.RequestId, requestIdForm);
        assert.equal(answer.PipelineId, made.Id);
        assert.deepEqual((await query(made.Id)).NonExistPids.String, [made.Id]);
        assert.deepEqual(names(await search()), ['default']);
        await refused(update(made, {}), ...missing);
        await refused(remove(made.Id), ...missing);
        await refused(submit('sample.mp4', { Async: true, PipelineId: made.Id }), ...missing);
      });

      test('needs an id that exists', async () => {
        await refused(call('DeletePipeline', {}), 'MissingPipelineId', 400);
        for (const id of [unknownId(), 'not-an-id', '../../etc', '🎬/?#&']) {
          await refused(remove(id), ...missing);
        }
      });
    });

    describe('a paused pipeline', () => {
      const isHeld = async (id) => assertContains(await job(id), { State: 'Analyzing', Properties: undefined, Code: undefined });

      test('keeps its jobs Analyzing while others end, cannot be deleted with them, and runs them when Active', async (t) => {
        const made = await add(t);
        await update(made, { State: 'Paused' });
        const held = [];
        for (const UserData of ['first', 'second']) {
          const answer = await submit('sample.mp4', { Async: true, PipelineId: made.Id, UserData });
          assertContains(answer.MediaInfoJob, { State: 'Analyzing', PipelineId: made.Id });
          held.push(answer.MediaInfoJob.JobId);
        }

        const elsewhere = await submit('sample.mp4', { Async: true });
        assertContains(await finished(elsewhere.MediaInfoJob.JobId), { State: 'Success' });
        await Promise.all(held.map(isHeld));
        await refused(remove(made.Id), ...inUse);
        assertContains(await get(made.Id), { State: 'Paused' });

        await update(made, { State: 'Active' });
        for (const id of held) {
          assertContains(await finished(id), { State: 'Success', PipelineId: made.Id });
        }
        assert.equal((await remove(made.Id)).PipelineId, made.Id);
      });

      test('returns Analyzing to a call that would wait for the result', async (t) => {
        const made = await add(t);
        await update(made, { State: 'Paused' });
        const { MediaInfoJob } = await submit('sample.mp4', { PipelineId: made.Id });
        assertContains(MediaInfoJob, { State: 'Analyzing', Async: false, PipelineId: made.Id });
        await update(made, { State: 'Active' });
        assertContains(await finished(MediaInfoJob.JobId), { State: 'Success' });
      });
    });

    describe('the default pipeline', () => {
      test('exists from the start and takes the jobs that name none', async () => {
        const found = plain(await standard());
        assert.match(found.Id, idForm);
        const NotifyConfig = { QueueName: 'mediainfo-callbacks' };
        assert.deepEqual(own(found), { Name: 'default', State: 'Active', Speed: 'Standard', NotifyConfig });
        assert.equal((await submit('sample.mp4')).MediaInfoJob.PipelineId, found.Id);
        assert.deepEqual(names(await query(found.Id)), ['default']);
      });

      test('cannot be deleted', async () => {
        await refused(remove((await standard()).Id), ...inUse);
        assertContains(await standard(), { State: 'Active' });
      });

      test('can be paused, and then its jobs wait too', async (t) => {
        const found = await standard();
        t.after(() => update(found, {}));
        assertContains((await update(found, { State: 'Paused' })).Pipeline, { Id: found.Id, State: 'Paused' });
        assert.equal((await search()).TotalCount, 1);
        const made = await add(t);
        const { JobId } = (await submit('sample.mp4')).MediaInfoJob;
        const elsewhere = await submit('sample.mp4', { Async: true, PipelineId: made.Id });
        assertContains(await finished(elsewhere.MediaInfoJob.JobId), { State: 'Success' });
        assertContains(await job(JobId), { State: 'Analyzing' });
        await update(found, {});
        assertContains(await finished(JobId), { State: 'Success' });
      });
    });

    test('a job for a pipeline that does not exist is refused', async () => {
      await refused(submit('sample.mp4', { Async: true, PipelineId: unknownId() }), ...missing);
    });
  });
}

describe('an account that may have three pipelines', () => {
  let small;
  before(async () => {
    small = await service.another({ ...settings, MediaInfo__Pipelines__MaxPerAccount: '3' });
  });

  for (const { name, key, create } of clients) {
    test(`cannot add a fourth before it deletes one, by ${name}`, async (t) => {
      const call = (action, params) => create(small.endpoint, key).call(action, params);
      const { add, remove } = pipelinesBy(call);
      const [first] = [await add(t), await add(t)];
      const quota = ['QuotaExceeded', 403, /The resource "Pipeline" quota has been used up/];
      await refused(call('AddPipeline', { Name: 'of-a-test' }), ...quota);
      await remove(first.Id);
      await add(t);
      await refused(call('AddPipeline', { Name: 'of-a-test' }), ...quota);
    });
  }
});

test('a pipeline resumed by another process can be deleted once its jobs have ended', async (t) => {
  // This process still takes the pipeline for paused for a while. The job must run, and no part of it may keep waiting.
  const late = await service.another({ ...settings, MediaInfo__Pipelines__TrustedFor: '00:01:00' });
  const [{ create }] = mpsClients;
  const call = (action, params) => create(service.endpoint).call(action, params);
  const lateJobs = jobsBy((action, params) => create(late.endpoint).call(action, params));
  const { add, update, remove } = pipelinesBy(call);
  const made = await add(t);
  await update(made, { State: 'Paused' });
  const held = (await lateJobs.submit('sample.mp4', { Async: true, PipelineId: made.Id })).MediaInfoJob.JobId;
  await update(made, { State: 'Active' });
  const next = (await lateJobs.submit('sample.mp4', { Async: true, PipelineId: made.Id })).MediaInfoJob.JobId;
  assertContains(await lateJobs.finished(held), { State: 'Success' });
  assertContains(await lateJobs.finished(next), { State: 'Success' });
  assert.equal((await remove(made.Id)).PipelineId, made.Id);
});
