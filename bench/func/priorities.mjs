import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '../../tests/sdk/support/eventually.mjs';
import { mediaFile } from '../../tests/sdk/support/paths.mjs';
import { inParallel } from '../measure.mjs';
import { bucket, check } from './jobs.mjs';
import { onStage } from './stage.mjs';

const backlog = 200;
const priorities = 10;
const fillers = 16;
const submitters = 16;
const settling = 5000;
const held = 'held.mp4';
// Between the acceptance of a job and its message in the queue.
const grace = 1500;
// Two hosts that take jobs at the same moment write it down one after the other.
const sameTime = 1000;
// Longer than the backlog takes to submit. The service gives up on a read that stays silent.
const settings = { MediaInfo__Probe__StorageTimeLimit: '00:05:00', MediaInfo__Probe__TimeLimit: '00:10:00' };

/**
 * Submits jobs of all priorities in random order while every place is taken by a job whose read is held up, and counts the pairs
 * of jobs of two bands that began in the wrong order: the lower one, although the higher one had been waiting, and before it.
 */
export function order(kind) {
  return onStage(kind, { counted: true, settings }, async ({ storage, jobs, objects }) => {
    await objects.uploadFile(held, mediaFile('sample.mp4'));
    const gate = storage.hold(bucket, held);
    const first = await Promise.all(Array.from({ length: fillers }, () => jobs.submitWith(priorities, held)));
    await eventually('the places are taken', () => gate.waiting() >= 2);
    await sleep(settling);
    const queue = shuffled(Array.from({ length: backlog }, (_, i) => 1 + (i % priorities)));
    const ids = [];
    await inParallel(queue, submitters, async (priority) => { ids.push(await jobs.submitWith(priority)); });
    const documents = await jobs.documents();
    const early = ids.filter((id) => documents.get(id).state !== 'Waiting').length;
    gate.release();
    await jobs.told([...first, ...ids], { every: 200 });
    const ended = await jobs.documents();
    return report(ids.map((id) => ended.get(id)).map(({ priority, createdAt, startedAt }) => (
      { band: bandOf(priority), created: Date.parse(createdAt), started: Date.parse(startedAt) })), early);
  });
}

export function report(jobs, early) {
  check(jobs.every(({ created, started }) => created > 0 && started >= created), 'a document lacks the times of its job');
  let [pairs, wrong, clearly] = [0, 0, 0];
  for (const higher of jobs) {
    for (const lower of jobs.filter(({ band }) => band < higher.band)) {
      pairs++;
      if (lower.started > higher.created + grace && higher.started > lower.started) {
        wrong++;
        clearly += higher.started > lower.started + sameTime ? 1 : 0;
      }
    }
  }
  return { order: `${wrong} of ${pairs}, ${clearly} by more than ${sameTime / 1000} s${early > 0 ? ` (${early} began too early to count)` : ''}` };
}

const bandOf = (priority) => (priority >= 8 ? 3 : priority >= 4 ? 2 : 1);

// The order is the same in every run.
function shuffled(items) {
  let seed = 1;
  const next = (below) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  for (let i = items.length - 1; i > 0; i--) {
    const j = next(i + 1);
    [items[i], items[j]] = [items[j], items[i]];
  }
  return items;
}
