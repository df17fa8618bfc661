import { setTimeout as sleep } from 'node:timers/promises';
import { fixed, inParallel, time } from '../measure.mjs';
import { onStage } from './stage.mjs';

// A host that has just worked looks at its queues more often, for a while.
const settling = 30_000;
const tail = 3000;
const gap = 300;
const submitters = 16;
const burst = 100;

/**
 * What one asynchronous job costs in transactions, one after the other and many at once, after the transactions of an idle app in
 * the same time are subtracted; and those of an idle app. Nothing is asked of the app about a job: its end is read from the notification queue, past the counters.
 */
export function transactions(kind, { jobs: count, idle }) {
  return onStage(kind, { counted: true, warmUp: 12 }, async ({ storage, jobs }) => {
    await sleep(settling);
    storage.reset();
    await sleep(1000 * idle);
    const rest = storage.count();
    const costs = async (name, number, run) => {
      storage.reset();
      const milliseconds = await time(async () => {
        await run();
        await sleep(tail);
      });
      const work = storage.count();
      const share = milliseconds / (1000 * idle);
      explain(`${kind}, ${name}`, work, rest, share, number);
      // Without the sign of a zero.
      const aJob = (of) => fixed(Math.round((10 * (work[of] - rest[of] * share)) / number) / 10 + 0);
      return { all: `${aJob('all')} (durable ${aJob('durable')}, host ${aJob('host')})`, own: aJob('own') };
    };
    const one = await costs('one after the other', count, async () => {
      for (let i = 0; i < count; i++) {
        await jobs.told([await jobs.submit()]);
        await sleep(gap);
      }
    });
    const many = await costs(`${burst} at once`, burst, async () => {
      const ids = [];
      await inParallel(Array.from({ length: burst }), submitters, async () => ids.push(await jobs.submit()));
      await jobs.told(ids);
    });
    return {
      job: one.all,
      many: many.all,
      own: `${one.own} / ${many.own}`,
      idle: `${fixed((rest.all * 60) / idle, 0)} (ours ${fixed((rest.own * 60) / idle, 0)}, durable ${fixed((rest.durable * 60) / idle, 0)})`,
    };
  });
}

// What they are, largest first. It does not go into the table, but tells where to look.
function explain(kind, work, rest, share, count) {
  const idle = new Map(rest.kinds.map(({ owner, kind: name, requests }) => [`${owner} ${name}`, requests]));
  const lines = work.kinds
    .map(({ owner, kind: name, requests }) => [`${owner} ${name}`, (requests - (idle.get(`${owner} ${name}`) ?? 0) * share) / count])
    .filter(([, requests]) => Math.abs(requests) >= 0.05)
    .sort(([, a], [, b]) => b - a);
  console.log(`\n${kind}: transactions a job\n${lines.map(([name, requests]) => `  ${fixed(requests, 2).padStart(6)}  ${name}`).join('\n')}`);
}
