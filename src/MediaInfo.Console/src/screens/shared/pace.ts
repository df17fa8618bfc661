// How often a page asks again.

const first = 700;
const slowest = 10_000;

/** Milliseconds until the next question after `unchanged` answers that brought nothing new. */
export type Pace = (unchanged: number) => number;

/** While something runs: soon at first, then ever more slowly. */
export const pause: Pace = (unchanged) => Math.min(slowest, Math.round(first * 1.5 ** Math.min(unchanged, 12)));

/** While nothing runs. */
export const idle: Pace = () => 5_000;

/** While nothing runs, and the answer is dear: to find a text, the service reads the documents of many jobs. */
export const rare: Pace = () => 30_000;
