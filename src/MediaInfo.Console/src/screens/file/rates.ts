import type { Container } from '../media/description.ts';
import type { BitRates } from '../shared/calls.ts';

/** The series of a plot: a time for each point, and the rates of each stream; null where a stream has no point. */
export interface Series {
  readonly times: number[];
  readonly rates: (number | null)[][];
}

/**
 * The rates of a stream over the time that each point has: the file rarely ends with an interval, and over a whole one its last bits
 * would look few. A rest of less than half an interval joins the point before, because a packet or two are no rate.
 */
function overOwnTime(rates: readonly number[], interval: number, duration: number): number[] {
  const whole = rates.slice(0, -1);
  const rest = duration - whole.length * interval;
  const last = rates[rates.length - 1];
  const before = whole[whole.length - 1];
  if (last === undefined || !(rest > 0 && rest < interval)) {
    return [...rates];
  }
  return rest < interval / 2 && before !== undefined
    ? [...whole.slice(0, -1), Math.round(((before + last) * interval) / (interval + rest))]
    : [...whole, Math.round((last * interval) / rest)];
}

export function seriesOf({ Interval, Duration, Streams }: BitRates): Series {
  const rates = Streams.map((stream) => overOwnTime(stream.BitRates, Interval, Duration));
  const length = Math.max(0, ...rates.map((own) => own.length));
  return {
    times: Array.from({ length }, (_, index) => Math.round(index * Interval * 1000) / 1000),
    rates: rates.map((own) => Array.from({ length }, (_, index) => own[index] ?? null)),
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The bits of all points over the time that they have. */
export function average(values: readonly number[], { Interval, Duration }: Pick<BitRates, 'Interval' | 'Duration'>): number {
  const length = values.length * Interval;
  return length > 0 ? (mean(values) * length) / (Duration > 0 ? Math.min(length, Duration) : length) : 0;
}

/** Whether the packets end long before the length that the headers state. A few frames are usual, a tenth of the file is not. */
export const isCutShort = (end: number, { duration, live, partlyRead }: Container): boolean =>
  end > 0 && duration !== undefined && !live && !partlyRead && duration - end > Math.max(1, duration / 10);

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
      return known.length > 0 ? mean(known) : null;
    })),
  };
}
