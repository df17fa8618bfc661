import { setTimeout as sleep } from 'node:timers/promises';
import { time, fixed } from '../measure.mjs';
import { onStage } from './stage.mjs';

// A host that has just worked looks at its queues more often, for a while.
const settling = 30_000;
const tail = 3000;
const gap = 300;

/**
 * What one asynchronous job costs in transactions, after the transactions of an idle app in the same time are subtracted; and
 * those of an idle app. Nothing is asked of the app about a job: its end is read from the notification queue, past the counters.
 */
export function transactions(kind, { jobs: count, idle }) {
  return onStage(kind, { counted: true, warmUp: 12 }, async ({ storage, jobs }) => {
    await sleep(settling);
    storage.reset();
    await sleep(1000 * idle);
    const rest = storage.count();
    storage.reset();
    const milliseconds = await time(async () => {
      for (let i = 0; i < count; i++) {
        await jobs.told([await jobs.submit()]);
        await sleep(gap);
      }
      await sleep(tail);
    });
    const work = storage.count();
    const share = milliseconds / (1000 * idle);
    // Without the sign of a zero.
    const aJob = (of) => fixed(Math.round((10 * (work[of] - rest[of] * share)) / count) / 10 + 0);
    explain(kind, work, rest, share, count);
    return {
      job: `${aJob('all')} (durable ${aJob('durable')}, host ${aJob('host')})`,
      own: aJob('own'),
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
