import { performance } from 'node:perf_hooks';

/** The time that a task takes, in milliseconds. */
export async function time(task) {
  const start = performance.now();
  await task();
  return performance.now() - start;
}

/** Runs a task for each item, a limited number at a time; the task gets the number of its lane. */
export async function inParallel(items, width, task) {
  let next = 0;
  const worker = async (_, lane) => {
    while (next < items.length) {
      await task(items[next++], lane);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
}

/** The value that the given share of the values does not exceed. */
export function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

export const median = (values) => percentile(values, 0.5);
export const fixed = (number, digits = 1) => number.toFixed(digits);
