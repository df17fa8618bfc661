import type { BitRates } from '../shared/calls.ts';

/** The series of a plot: a time for each point, and the rates of each stream; null where a stream has no point. */
export interface Series {
  readonly times: number[];
  readonly rates: (number | null)[][];
}

export function seriesOf({ Interval, Streams }: BitRates): Series {
  const length = Math.max(0, ...Streams.map((stream) => stream.BitRates.length));
  return {
    times: Array.from({ length }, (_, index) => Math.round(index * Interval * 1000) / 1000),
    rates: Streams.map((stream) => Array.from({ length }, (_, index) => stream.BitRates[index] ?? null)),
  };
}

export const average = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

export const peak = (values: readonly number[]): number => values.reduce((most, value) => Math.max(most, value), 0);

/** Seconds between key frames on average; undefined for fewer than two. */
export function spacing(keys: readonly number[], count = keys.length): number | undefined {
  const [first, last] = [keys[0], keys[keys.length - 1]];
  return first !== undefined && last !== undefined && keys.length > 1 ? (last - first) / (count - 1) : undefined;
}

/** At most so many rows of a table: each stands for the same number of points, with their average. */
export function condensed(series: Series, most: number): Series {
  const step = Math.max(1, Math.ceil(series.times.length / most));
  const rows = Array.from({ length: Math.ceil(series.times.length / step) }, (_, row) => row * step);
  return {
    times: rows.map((row) => series.times[row] ?? 0),
    rates: series.rates.map((rates) => rows.map((row) => {
      const known = rates.slice(row, row + step).filter((rate) => rate !== null);
      return known.length > 0 ? average(known) : null;
    })),
  };
}
