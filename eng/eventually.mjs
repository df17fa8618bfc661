import { setTimeout as sleep } from 'node:timers/promises';

/** Polls until the result is truthy, and returns it. Fails if `what` does not come within the seconds. */
export async function eventually(what, poll, { seconds, every = 200 }) {
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
