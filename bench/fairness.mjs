import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '../tests/sdk/support/eventually.mjs';
import { listen } from '../tests/sdk/support/listener.mjs';
import { inputOf } from '../tests/sdk/support/mps.mjs';
import { mediaFile } from '../tests/sdk/support/paths.mjs';
import { sharing, startService } from '../tests/sdk/support/service.mjs';
import { fixed, percentile, time } from './measure.mjs';
import { signedTarget } from './signed-requests.mjs';

const rounds = Number(process.env.BENCH_FAIR_ROUNDS ?? 20);
const warmUp = 3;
const settling = 5000;
const patience = 900;
const playlists = 40;
const addresses = 60;

const hostile = { accessKeyId: 'testid', accessKeySecret: 'testsecret' };
const neighbour = { accessKeyId: 'otherid', accessKeySecret: 'othersecret' };

// A playlist that never grows or ends: ffprobe polls it until its time limit.
const live = '#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXT-X-MEDIA-SEQUENCE:5\n#EXTINF:1,\nmissing.ts\n';

/** How long an account's job and callback take alone, and beside an account that blocks as much as it can. */
export async function fairness() {
  return [
    '| measure, seconds | quiet p50 | quiet p95 | beside p50 | beside p95 | ratio p50 | ratio p95 |',
    '|---|--:|--:|--:|--:|--:|--:|',
    await jobs(),
    await callbacks(),
  ];
}

// A job, from submit to result.
async function jobs() {
  const service = await startService({ settings: sharing(1) });
  try {
    await service.bucket.uploadFile('sample.mp4', mediaFile('sample.mp4'));
    await service.bucket.uploadText('live.m3u8', live);
    const analyse = () => measured(async () => {
      const params = { Input: inputOf('sample.mp4'), Async: 'true' };
      const { MediaInfoJob } = await mps(service, neighbour, 'SubmitMediaInfoJob', params);
      const state = await eventually('the job ends', () => ended(service, MediaInfoJob.JobId), { seconds: patience, every: 20 });
      check(state === 'Success', `the job is ${state}`);
    });
    await repeated(analyse, warmUp);
    const quiet = await repeated(analyse);
    const ids = [];
    for (let i = 0; i < playlists; i++) {
      const { MediaInfoJob } = await call(service, hostile, '2020-11-09', 'SubmitMediaInfoJob', {
        Input: JSON.stringify({ Type: 'OSS', Media: 'oss://example-bucket/live.m3u8' }), 'ScheduleConfig.Priority': '10',
      });
      ids.push(MediaInfoJob.JobId);
    }
    await sleep(settling);
    const beside = await repeated(analyse);
    const left = (await states(service, ids)).filter((state) => state !== 'Fail').length;
    check(left > 0, 'the playlists have ended before the last job');
    return row(`one job, beside ${playlists} live playlists at priority 10`, quiet, beside);
  } finally {
    await service.stop();
  }
}

// A callback over HTTP, from submit to arrival. Its job fails at once, because the object does not exist.
async function callbacks() {
  const service = await startService({ settings: { ...sharing(1), MediaInfo__Callbacks__AllowPrivateAddresses: 'true' } });
  const waiting = new Map();
  const good = await listen(({ body }, response) => {
    response.writeHead(200).end();
    waiting.get(JSON.parse(body).UserData)?.();
  });
  const silent = await listen(() => {}, { host: '0.0.0.0' });
  try {
    const target = await pipeline(service, neighbour, `http://127.0.0.1:${good.port}/`);
    let sent = 0;
    const tell = () => measured(async () => {
      const name = `message ${++sent}`;
      const arrived = new Promise((resolve) => { waiting.set(name, resolve); });
      await submitMissing(service, neighbour, target, name);
      await arrived;
    });
    await repeated(tell, warmUp);
    const quiet = await repeated(tell);
    for (let i = 0; i < addresses; i++) {
      // Each address counts as a separate host.
      const hanging = await pipeline(service, hostile, `http://127.0.1.${i + 1}:${silent.port}/`);
      await submitMissing(service, hostile, hanging, `hanging ${i}`);
    }
    await eventually('deliveries hang', () => silent.received.length >= 8);
    const beside = await repeated(tell);
    return row(`one callback, beside ${addresses} addresses that hang`, quiet, beside);
  } finally {
    await Promise.all([good.stop(), silent.stop()]);
    await service.stop();
  }
}

async function pipeline(service, key, url) {
  const { Pipeline } = await mps(service, key, 'AddPipeline', { Name: 'fairness', NotifyConfig: JSON.stringify({ Url: url }) });
  return Pipeline.Id;
}

const submitMissing = (service, key, PipelineId, UserData) =>
  mps(service, key, 'SubmitMediaInfoJob', { Input: inputOf('nowhere.mp4'), Async: 'true', PipelineId, UserData });

async function ended(service, id) {
  const { MediaInfoJobList } = await mps(service, neighbour, 'QueryMediaInfoJobList', { MediaInfoJobIds: id });
  const { State } = MediaInfoJobList.MediaInfoJob[0];
  return State !== 'Analyzing' && State;
}

async function states(service, ids) {
  const found = [];
  for (const JobId of ids) {
    found.push((await call(service, hostile, '2020-11-09', 'GetMediaInfoJob', { JobId })).MediaInfoJob.Status);
  }
  return found;
}

const mps = (service, key, action, parameters) => call(service, key, '2014-06-18', action, parameters);

async function call(service, key, version, action, parameters) {
  const answer = await fetch(service.endpoint + signedTarget(version, action, parameters, key));
  const body = await answer.text();
  check(answer.status === 200, `${action}: ${answer.status} ${body}`);
  return JSON.parse(body);
}

function check(holds, problem) {
  if (!holds) {
    throw new Error(problem);
  }
}

const measured = async (task) => (await time(task)) / 1000;

async function repeated(task, times = rounds) {
  const all = [];
  for (let i = 0; i < times; i++) {
    all.push(await task());
  }
  return all;
}

function row(name, quiet, beside) {
  const [q50, q95, b50, b95] = [quiet, beside].flatMap((times) => [percentile(times, 0.5), percentile(times, 0.95)]);
  const columns = [q50, q95, b50, b95].map((value) => fixed(value, 3));
  return `| ${[name, ...columns, fixed(b50 / q50, 2), fixed(b95 / q95, 2)].join(' | ')} |`;
}
