import { setTimeout as sleep } from 'node:timers/promises';
import { fixed } from '../measure.mjs';
import { eventually } from '../../tests/sdk/support/eventually.mjs';
import { crash } from './hosts.mjs';
import { bucket, clip } from './jobs.mjs';
import { onStage } from './stage.mjs';

const jobsUnderWay = 40;
const begun = 2;
const settling = 1000;
const patience = 300;

/**
 * Kills a host and its worker while jobs are under way, starts it again, and waits for the last job. The reads are held up until
 * the kill, so that no job ends before it. With two hosts the other one lives on.
 */
export function recovery(kind) {
  return onStage(kind, { counted: true }, async ({ storage, hosts, jobs, start }) => {
    const held = storage.hold(bucket, clip);
    const ids = await Promise.all(Array.from({ length: jobsUnderWay }, () => jobs.submit()));
    await eventually('jobs have begun', () => held.waiting() >= begun * hosts.length);
    await sleep(settling);
    const before = await jobs.documents();
    const running = ids.filter((id) => before.get(id).state === 'Running').length;
    const killed = Date.now();
    crash(hosts[0]);
    held.release();
    hosts[0] = await start('instance-0');
    await jobs.told(ids, { seconds: patience, every: 200 }).catch(() => undefined);
    // A message that is delivered twice comes soon after.
    await sleep(5000);
    return report(ids, await jobs.messagesOf(ids), await jobs.documents(), await jobs.results(), killed, running);
  });
}

function report(ids, messages, documents, results, killed, running) {
  const ended = ids.filter((id) => documents.get(id)?.state === 'Succeeded');
  const last = Math.max(...ended.map((id) => Date.parse(documents.get(id).endedAt)));
  const one = ids.filter((id) => results.get(id) === 1).length;
  const told = messages.filter((count) => count > 0).length;
  const twice = messages.filter((count) => count > 1).length;
  const missing = ids.length - ended.length;
  const time = missing > 0 ? `${missing} not ended after ${patience} s` : `${fixed((last - killed) / 1000)} s`;
  return { time: `${time} (${running} were being read; ${one} of ${ids.length} with one result, ${told} told, ${twice} of them twice)` };
}
