import { setTimeout as sleep } from 'node:timers/promises';

// The Functions host takes ten times as long as Standalone to start, and to run a job.
const patience = process.env.MEDIAINFO_SDK_HOST === 'func' ? 300 : 90;

/** Polls until the result is truthy. Only a broken service takes longer than the time limit. */
export async function eventually(what, poll, { seconds = patience, every = 200 } = {}) {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const found = await poll();
    if (found) {
      return found;
    }
    if (Date.now() > deadline) {
      throw new Error(`${what}: not within ${seconds} s`);
    }
    await sleep(every);
  }
}
