// Numbers as people read them. A locale is "en" or "zh", and units are the same in both.

const number = (value: number, digits: number, locale: string): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);

/** Three figures are enough to compare: 1.23, 12.3, 123. */
const figures = (value: number): number => (value >= 100 ? 0 : value >= 10 ? 1 : 2);

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

/** In the largest unit that the number fills after rounding: "1 MiB", not "1,024 KiB". */
function scaled(value: number, step: number, units: readonly string[], locale: string): string {
  let rest = rounded(value, 0);
  let at = 0;
  for (let next = value; rest >= step && at < units.length - 1; at += 1) {
    next /= step;
    rest = rounded(next, figures(next));
  }
  return `${number(rest, 2, locale)} ${units[at] ?? ''}`;
}

/** "1.5 MiB". */
export const bytes = (value: number, locale: string): string => scaled(value, 1024, ['B', 'KiB', 'MiB', 'GiB', 'TiB'], locale);

/** "79.6 kbit/s". */
export const bitRate = (value: number, locale: string): string =>
  scaled(value, 1000, ['bit/s', 'kbit/s', 'Mbit/s', 'Gbit/s'], locale);

/** "25" or "23.976". */
export const rate = (value: number, locale: string): string => number(value, 3, locale);

/** "48 kHz" or "44.1 kHz". */
export const frequency = (value: number, locale: string): string =>
  rounded(value, 0) >= 1000 ? `${number(value / 1000, 3, locale)} kHz` : `${number(value, 0, locale)} Hz`;

/** A whole number with the locale's separators. */
export const count = (value: number, locale: string): string => number(value, 0, locale);

const two = (value: number): string => String(value).padStart(2, '0');

/** "0:04.000", "1:02:03.250": a time in a file, to the millisecond. */
export function clock(seconds: number): string {
  const sign = seconds < 0 ? '-' : '';
  const all = Math.round(Math.abs(seconds) * 1000);
  const whole = Math.floor(all / 1000);
  const rest = String(all % 1000).padStart(3, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return `${sign}${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(whole % 60)}.${rest}`;
}

/** "250 ms", "1.5 s", "2 min 5 s": how long something took. */
export function span(milliseconds: number, locale: string): string {
  if (rounded(milliseconds, 0) < 1000) {
    return `${number(milliseconds, 0, locale)} ms`;
  }
  const seconds = milliseconds / 1000;
  const short = rounded(seconds, seconds < 10 ? 2 : 1);
  if (short < 60) {
    return `${number(short, 2, locale)} s`;
  }
  const minutes = Math.floor(Math.max(60, seconds) / 60);
  return minutes < 60
    ? `${minutes} min ${Math.floor(Math.max(60, seconds) % 60)} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** "5 minutes ago" in the locale's words. */
export function ago(time: string, now: number, locale: string): string {
  const seconds = Math.max(0, Math.round((now - Date.parse(time)) / 1000));
  const [unit, size] = steps.find(([, length]) => seconds >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-Math.floor(seconds / size), unit);
}

/** A moment in the reader's own time zone, to the second. */
export const moment = (time: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(time));

/** A language's name, such as "German" of "deu"; the tag itself where none is known. */
export function language(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
