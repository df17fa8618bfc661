import { setTimeout as sleep } from 'node:timers/promises';
import { fixed, inParallel, percentile, time } from '../measure.mjs';
import { PlainFfprobe } from '../peer.mjs';
import { processorTime, timeOfEndedChildren } from '../processes.mjs';
import { check, clip } from './jobs.mjs';
import { onStage } from './stage.mjs';

const calls = 40;
const pause = 100;
const poll = 10;
const submitters = 16;
const widths = [2, 4, 8];
const quiet = 10_000;
const tail = 2000;

/** The time of a job at rest and of a call that waits for its result, and many jobs at once with their processor time. */
export function speed(kind, { jobs: count }) {
  return onStage(kind, { warmUp: 100 }, async ({ hosts, jobs }) => {
    const asynchronous = await repeated(() => toSuccess(jobs));
    const synchronous = await repeated(() => jobs.analyse());
    const extracts = await repeated(() => jobs.extract());
    const { rate, processor } = await atOnce(hosts, jobs, count);
    return {
      asynchronous: percentiles(asynchronous),
      synchronous: percentiles(synchronous),
      extracts: percentiles(extracts),
      rate: fixed(rate),
      processor: fixed(processor, 3),
    };
  });
}

/** The same of ffprobe alone, reading over HTTP from the same storage emulator. */
export function ffprobeAlone({ jobs: count }) {
  return onStage('ffprobe', { warmUp: 0 }, async ({ folder, objects }) => {
    const plain = await PlainFfprobe.in(folder, objects);
    const times = percentiles(await repeated(() => plain.probe(clip)));
    let best = 0;
    let processor = Infinity;
    for (const width of widths) {
      const before = timeOfEndedChildren();
      const milliseconds = await time(() => inParallel(Array.from({ length: count }), width, () => plain.probe(clip)));
      best = Math.max(best, (1000 * count) / milliseconds);
      processor = Math.min(processor, (timeOfEndedChildren() - before) / count);
    }
    return { asynchronous: times, synchronous: times, extracts: times, rate: fixed(best), processor: fixed(processor, 3) };
  });
}

// The submitter asks until it sees the end, as a caller without notifications does.
async function toSuccess(jobs) {
  const id = await jobs.submit();
  for (;;) {
    const state = await jobs.state(id);
    if (state !== 'Analyzing') {
      check(state === 'Success', `job ${id} is ${state}`);
      return;
    }
    await sleep(poll);
  }
}

async function atOnce(hosts, jobs, count) {
  const used = () => hosts.reduce((sum, { pid }) => sum + processorTime(pid), 0);
  let before = used();
  await sleep(quiet);
  const idle = (used() - before) / quiet;
  before = used();
  const ids = [];
  let milliseconds;
  const whole = await time(async () => {
    milliseconds = await time(async () => {
      await inParallel(Array.from({ length: count }), submitters, async () => { ids.push(await jobs.submit()); });
      await jobs.told(ids);
    });
    await sleep(tail);
  });
  const processor = (used() - before - idle * whole) / count;
  const documents = await jobs.documents();
  check(ids.every((id) => documents.get(id)?.state === 'Succeeded'), 'a job has not succeeded');
  return { rate: (1000 * count) / milliseconds, processor };
}

async function repeated(task) {
  const times = [];
  for (let i = 0; i < calls; i++) {
    times.push(await time(task));
    await sleep(pause);
  }
  return times;
}

const percentiles = (times) => [0.5, 0.95].map((share) => fixed(percentile(times, share) / 1000, 3)).join(' / ');
