// How often a page asks again while something runs: soon at first, then ever more slowly.

const first = 700;
const slowest = 10_000;

/** Milliseconds until the next question after `unchanged` answers that brought nothing new. */
export const pause = (unchanged: number): number => Math.min(slowest, Math.round(first * 1.5 ** Math.min(unchanged, 12)));
