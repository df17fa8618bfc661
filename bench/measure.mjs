import { performance } from 'node:perf_hooks';

/** Milliseconds that a task takes. */
export async function time(task) {
  const start = performance.now();
  await task();
  return performance.now() - start;
}

/** Runs a task for each item, so many at a time. */
export async function inParallel(items, width, task) {
  const queue = [...items];
  const worker = async () => {
    while (queue.length > 0) {
      await task(queue.shift());
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
}

export const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
