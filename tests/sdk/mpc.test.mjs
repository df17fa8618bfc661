import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { assertContains } from './support/contains.mjs';
import { eventually } from './support/eventually.mjs';
import { MpcClient, project } from './support/mpc-client.mjs';
import { local, mpsClients, other, reader } from './support/mps-clients.mjs';
import { mediaFile } from './support/paths.mjs';
import { sharing, startService } from './support/service.mjs';

const taskId = /^\d{10,18}$/;
const time = /^20\d{12}$/;
const bucket = 'example-bucket';
const location = 'region01';

let service;
let mpc;
before(async () => {
  service = await startService({ settings: sharing(1) });
  mpc = new MpcClient(service.endpoint);
  for (const file of ['sample.mp4', 'subtitles.mkv', 'service.ts', 'sound.mp3', 'cover.mp3', 'rotated.mp4']) {
    await service.bucket.uploadFile(file, mediaFile(file));
  }
  for (const file of ['hls/index.m3u8', 'hls/segment0.ts', 'hls/segment1.ts']) {
    await service.bucket.uploadFile(file, mediaFile(file));
  }
  await service.bucket.uploadFile('目录/样本 +%2F.mp4', mediaFile('sample.mp4'));
  await service.bucket.uploadText('broken.mp4', 'no media');
  await service.bucket.uploadText('locked.mp4', `Salted__${'x'.repeat(100)}`);
  await service.bucket.uploadFile('unknown.flv', mediaFile('refused/unknown.flv'));
});
after(() => service?.stop());

const at = (object) => ({ bucket, location, object });
const one = async (id, client = mpc) => {
  const { total, tasks } = await client.list({ task_id: [id] });
  assert.equal(total, 1);
  return tasks[0];
};
const finished = (id) =>
  eventually(`end of task ${id}`, async () => {
    const task = await one(id);
    return !['INIT', 'WAITING', 'PROCESSING'].includes(task.status) && task;
  });
const parse = async (object, more = {}) => finished((await mpc.create({ input: at(object), ...more })).task_id);
const readObject = async (key) => {
  const client = service.bucket.container.getBlobClient(key);
  const { contentType } = await client.getProperties();
  return { contentType, json: JSON.parse((await client.downloadToBuffer()).toString('utf8')) };
};
const refused = (promise, code, status, message = /\S/) =>
  assert.rejects(promise, (error) => {
    assert.deepEqual([error.code, error.status], [code, status]);
    assert.match(error.requestId, /^[0-9A-F-]{36}$/);
    assert.match(error.message, message);
    return true;
  });

const md5 = (file) => createHash('md5').update(readFileSync(file)).digest('hex');
const h264 = { codec: 'H.264', width: 320, height: 180 };
// Expected values, in the product's units: bit/s divided by 1,024 and truncated, whole frames, seconds with decimals.
const clips = {
  'sample.mp4': {
    // Storage keeps the digest of a blob that was uploaded in one piece.
    metadata: { duration: 4, duration_ms: 4, format: 'MP4', bitrate: 77 + 46, md5: md5(mediaFile('sample.mp4')) },
    video: [{ ...h264, bitrate: 77, bitrate_bps: 79628, frame_rate: 25, duration: '4', duration_ms: '4000', rotate: undefined }],
    audio: [{ codec: 'AAC', sample: 48000, channels: 2, bitrate: 46, bitrate_bps: 47940, duration: '4', duration_ms: '4000' }],
  },
  'subtitles.mkv': {
    metadata: { duration: 3, duration_ms: 3.026, format: 'MKV', bitrate: 134 },
    // The video stream has no bit rate of its own, so the file's is used: 137734.
    video: [{ ...h264, bitrate: 134, bitrate_bps: 137734, frame_rate: 23 }],
    audio: [{ codec: 'AAC', sample: 44100, bitrate: 0, bitrate_bps: 0 }],
  },
  'service.ts': {
    metadata: { duration: 3, duration_ms: 3.021333, format: 'TS', bitrate: 193 + 49 },
    video: [{ ...h264, bitrate: 193, bitrate_bps: 198121, frame_rate: 25, duration_ms: '3000' }],
    audio: [{ codec: 'AAC', bitrate: 49, bitrate_bps: 50274, duration: '2', duration_ms: '2922' }],
  },
  'sound.mp3': {
    metadata: { duration: 5, duration_ms: 5.041633, format: 'MP3', bitrate: 32 },
    video: [],
    audio: [{ codec: 'MP3', sample: 44100, channels: 2, bitrate: 32, bitrate_bps: 33050 }],
  },
  // Its picture is a cover.
  'cover.mp3': { metadata: { duration: 2, format: 'MP3', bitrate: 62 }, video: [], audio: [{ codec: 'MP3', channels: 1, bitrate: 62 }] },
  'rotated.mp4': { metadata: { duration: 1, format: 'MP4', bitrate: 49 }, video: [{ rotate: 90, bitrate: 49, bitrate_bps: 50256 }], audio: [] },
  'hls/index.m3u8': {
    metadata: { duration: 4, format: 'HLS', size: 173 },
    // The bit rate of the segments; only the size is the playlist's.
    video: [{ ...h264, bitrate: 161, bitrate_bps: 165816 }],
    audio: [{ codec: 'AAC' }],
  },
};

describe('the metadata', () => {
  for (const [file, expected] of Object.entries(clips)) {
    test(`of ${file}`, async () => {
      const { metadata, status } = await parse(file);
      assert.equal(status, 'SUCCEED');
      assertContains(metadata, expected.metadata);
      for (const kind of ['video', 'audio']) {
        assert.equal(metadata[kind].length, expected[kind].length);
        expected[kind].forEach((stream, i) => assertContains(metadata[kind][i], stream));
      }
    });
  }
});

describe('a task', () => {
  test('is answered at once, runs, and shows its progress in a query', async () => {
    const created = await mpc.create({ input: at('sample.mp4'), user_data: 'first-测试', sync: 0 });
    assertContains(created, { task_id: taskId, status: 'WAITING', create_time: time, metadata: undefined, output: undefined });
    const task = await finished(created.task_id);
    assertContains(task, {
      task_id: created.task_id,
      status: 'SUCCEED',
      create_time: created.create_time,
      start_time: time,
      end_time: time,
      error_code: undefined,
      description: 'The task has completed.',
      user_data: 'first-测试',
      input: at('sample.mp4'),
      output: undefined,
    });
    assert.ok(task.create_time <= task.start_time && task.start_time <= task.end_time);
    assert.equal(typeof task.metadata.size, 'number');
  });

  test('takes object keys unchanged', async () => {
    assert.equal((await parse('目录/样本 +%2F.mp4')).status, 'SUCCEED');
  });

  test('with sync=1 returns its metadata', async () => {
    const created = await mpc.create({ input: at('sample.mp4'), sync: 1 });
    assertContains(created, { status: 'SUCCEED', task_id: taskId, description: 'The task has completed.' });
    assert.deepEqual((await one(created.task_id)).metadata, created.metadata);
  });

  test('with sync=1 that takes longer continues under its id', async () => {
    const hasty = await service.another({ MediaInfo__Mpc__SynchronousBudget: '00:00:00' });
    const created = await new MpcClient(hasty.endpoint).create({ input: at('sample.mp4'), sync: 1 });
    assert.equal(created.metadata, undefined);
    assert.equal((await finished(created.task_id)).status, 'SUCCEED');
    await hasty.stop();
  });

  test('for a file that is not media fails and says why', async () => {
    const task = await parse('broken.mp4');
    assertContains(task, { status: 'FAILED', error_code: 'MPC.10066', description: /format/, metadata: undefined });
  });

  test('with sync=1 and an unreadable file is refused, but kept under the id in the error', async () => {
    for (const [input, code] of [
      [at('broken.mp4'), 'MPC.10066'], [at('locked.mp4'), 'MPC.10066'], [at('unknown.flv'), 'MPC.10066'], [at('nothing.mp4'), 'MPC.10053'], [{ ...at('sample.mp4'), bucket: 'No Bucket!' }, 'MPC.10053'],
    ]) {
      let named;
      await assert.rejects(mpc.create({ input, sync: 1 }), ({ status, code: refusal, message }) =>
        status === 406 && refusal === 'MPC.10125' && message === 'Input data error.');
      // The SDK shows only the vendor's own text, so the task is found by its input.
      const { tasks } = await mpc.list({ status: 'FAILED' });
      named = tasks.find((task) => JSON.stringify(task.input) === JSON.stringify(input)).task_id;
      assertContains(await one(named), { status: 'FAILED', error_code: code, metadata: undefined });
    }
  });

  test('sends the message of its pipeline', async () => {
    const created = await mpc.create({ input: at('sample.mp4'), user_data: 42 });
    const message = await service.callbacks.of(created.task_id);
    assertContains(message, { event_type: 'ParseComplete' });
    assert.deepEqual(message.parse_info, await one(created.task_id));
    assert.equal(message.parse_info.user_data, '42');
  });

  test('writes its metadata where its output says', async () => {
    const output = { ...at('/reports/2024/'), file_name: 'sample 样.txt' };
    const task = await parse('sample.mp4', { output });
    assert.deepEqual(task.output, output);
    const file = await readObject('reports/2024/sample 样.txt');
    assert.equal(file.contentType, 'application/json');
    assert.deepEqual(file.json, task.metadata);

    const created = await mpc.create({ input: at('sample.mp4'), output: { bucket, location }, sync: 1 });
    assert.equal(created.output_file_name, `${created.task_id}.json`);
    assert.deepEqual((await readObject(created.output_file_name)).json, created.metadata);
  });

  test('overwrites only its own files', async () => {
    const output = { ...at('again'), file_name: 'one.json' };
    assert.equal((await parse('sample.mp4', { output })).status, 'SUCCEED');
    const task = await parse('sound.mp3', { output });
    assert.deepEqual((await readObject('again/one.json')).json, task.metadata);
    const failed = await parse('sample.mp4', { output: { ...at(''), file_name: 'sample.mp4' } });
    assertContains(failed, { status: 'FAILED', error_code: 'MPC.10212', metadata: undefined });
    assert.equal((await parse('sample.mp4')).status, 'SUCCEED');
  });

  test('whose output bucket does not exist fails', async () => {
    const failed = await parse('sample.mp4', { output: { bucket: 'no-such-bucket', location, object: 'a' } });
    assertContains(failed, { status: 'FAILED', error_code: 'MPC.10212', reason: /no-such-bucket/, metadata: undefined });
  });
});

describe('a waiting task', () => {
  test('is canceled once, stays canceled, and is not announced', async () => {
    const mps = mpsClients.at(-1).create(service.endpoint);
    const { PipelineList } = await mps.call('SearchPipeline', {});
    const { Id } = PipelineList.Pipeline.find((pipeline) => pipeline.Name === 'default');
    const change = (State) => mps.call('UpdatePipeline', { PipelineId: Id, Name: 'default', State, NotifyConfig: '{"QueueName":"mediainfo-callbacks"}' });
    await change('Paused');
    const [kept, dropped] = [await mpc.create({ input: at('sample.mp4') }), await mpc.create({ input: at('sample.mp4') })];
    assert.equal((await one(dropped.task_id)).status, 'INIT');
    assert.equal((await mpc.cancel(dropped.task_id)).httpStatusCode, 204);
    await refused(mpc.cancel(dropped.task_id), 'MPC.10212', 400);
    await change('Active');
    assert.equal((await finished(kept.task_id)).status, 'SUCCEED');
    await refused(mpc.cancel(kept.task_id), 'MPC.10212', 400);
    const task = await one(dropped.task_id);
    assertContains(task, { status: 'CANCELED', start_time: undefined, end_time: time, metadata: undefined });
    const { tasks } = await mpc.list({ status: 'CANCELED' });
    assert.deepEqual(tasks.map((listed) => listed.task_id), [dropped.task_id]);
  });
});

describe('a query', () => {
  test('returns pages, newest first, with the total', async () => {
    const created = [];
    for (let i = 0; i < 12; i++) {
      created.unshift((await mpc.create({ input: at('sample.mp4') })).task_id);
    }
    await finished(created[0]);
    const first = await mpc.list();
    assert.equal(first.tasks.length, 10);
    assert.deepEqual(first.tasks.map((task) => task.task_id), created.slice(0, 10));
    // A new task does not shift the later pages of a list.
    await mpc.create({ input: at('sample.mp4') });
    const second = await mpc.list({ page: 1, size: 10 });
    assert.deepEqual(second.tasks.slice(0, 2).map((task) => task.task_id), created.slice(10));
    assert.equal(second.total, first.total);
    assert.equal((await mpc.list()).total, first.total + 1);
    const some = await mpc.list({ task_id: [created[3], created[1], '1234'], status: 'FAILED', size: 1000 });
    assert.deepEqual([some.total, some.tasks.map((task) => task.task_id)], [2, [created[1], created[3]]]);
  });

  test('filters by time, in whole seconds', async () => {
    const task = await parse('sample.mp4');
    const within = await mpc.list({ start_time: task.create_time, end_time: task.create_time, size: 100 });
    assert.ok(within.tasks.some((listed) => listed.task_id === task.task_id));
    assert.ok(within.tasks.every((listed) => listed.create_time === task.create_time));
    assert.equal((await mpc.list({ start_time: '20990101000000' })).total, 0);
  });

  for (const [what, query] of [
    ['eleven ids', { task_id: Array.from({ length: 11 }, (_, i) => String(i + 1)) }],
    ['an unknown status', { status: 'DONE' }],
    ['a page before the first', { page: -1 }],
    ['a size of zero', { size: 0 }],
    ['a size beyond 100', { size: 101 }],
    ['an invalid time', { start_time: '20240230000000' }],
  ]) {
    test(`with ${what} is refused`, () => refused(mpc.list(query), 'MPC.10202', 400, /^Invalid request parameter\./));
  }
});

describe('a caller', () => {
  const input = at('sample.mp4');

  test('sees only the tasks of its project', async () => {
    const others = new MpcClient(service.endpoint, { key: other, projectId: 'other-project' });
    const own = (await mpc.create({ input })).task_id;
    const foreign = (await others.create({ input })).task_id;
    assert.equal((await others.list({ task_id: own })).total, 0);
    assert.equal((await mpc.list({ task_id: foreign })).total, 0);
    assert.deepEqual((await others.list()).tasks.map((task) => task.task_id), [foreign]);
    await refused(others.cancel(own), 'MPC.10212', 400);
  });

  test('is refused another project', () =>
    refused(new MpcClient(service.endpoint, { projectId: 'other-project' }).list(), 'APIGW.0302', 403));

  test('is refused what its key does not allow', async () => {
    const reading = new MpcClient(service.endpoint, { key: reader });
    assert.ok((await reading.list()).total > 0);
    await refused(reading.create({ input }), 'APIGW.0302', 403);
    await refused(reading.cancel('1'), 'APIGW.0302', 403);
  });

  test('is refused a wrong secret and an unknown key', async () => {
    const signed = (key) => new MpcClient(service.endpoint, { key: { ...local, ...key } }).list();
    await refused(signed({ accessKeySecret: 'wrong' }), 'APIGW.0301', 401, /verify aksk signature fail/);
    await refused(signed({ accessKeyId: 'nobody' }), 'APIGW.0301', 401, /Get secretKey failed/);
  });

  test('may send a token instead of a signature', async () => {
    const ask = (token) =>
      fetch(`${service.endpoint}/v1/${project}/extract-metadata?size=1`, { headers: token ? { 'X-Auth-Token': token } : {} });
    const answer = await ask('testtoken');
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'application/json; charset=UTF-8');
    assert.match(answer.headers.get('x-request-id'), /^[0-9A-F-]{36}$/);
    for (const token of ['testtokem', '']) {
      const refusal = await ask(token);
      assert.equal(refusal.status, 401);
      assert.match((await refusal.json()).error_msg, /^Incorrect IAM authentication information: /);
    }
    assert.doesNotMatch(service.logged(), /testtoke/);
  });

  test('gets the errors of the product for other methods, types and paths', async () => {
    const headers = { 'X-Auth-Token': 'testtoken' };
    const send = async (path, init) => {
      const answer = await fetch(`${service.endpoint}${path}`, { headers, ...init });
      return [answer.status, (await answer.json()).error_code];
    };
    const path = `/v1/${project}/extract-metadata`;
    assert.deepEqual(await send(path, { method: 'PUT', body: '{}' }), [400, 'MPC.10204']);
    assert.deepEqual(await send(path, { method: 'POST', body: '{}' }), [400, 'MPC.10205']);
    assert.deepEqual(await send(`/v1/${project}/transcodings`), [404, 'APIGW.0101']);
    assert.deepEqual(await send('/v1/other-project/extract-metadata'), [403, 'APIGW.0302']);
    const json = { ...headers, 'content-type': 'application/json' };
    for (const body of ['', 'null', '[]', '{', '{"input":1}', '{"input":{"bucket":[]}}', '{"input":{},"input":{}}', '"\\ud800"', '{"user_data":"\\ud800"}']) {
      assert.deepEqual(await send(path, { method: 'POST', headers: json, body }), [400, 'MPC.10202'], body);
    }
  });
});
