import type { AnyStream, Chapter, Description } from './description.ts';
import { lengthOf } from './length.ts';

export type Kind = 'video' | 'audio' | 'subtitle' | 'other';

export interface Bar {
  kind: Kind | 'chapter';
  index: number;
  title?: string;
  from: number;
  to: number;
  /** Percent of the whole line. */
  left: number;
  width: number;
}

/** Times count from the file's start, as those of the bit rates do. */
export interface TimeLine {
  /** What the file's own clock shows at its start. */
  start: number;
  /** The end. */
  to: number;
  streams: Bar[];
  chapters: Bar[];
  /** Streams whose times nobody knows. */
  unknown: Pick<Bar, 'kind' | 'index'>[];
  ticks: { at: number; left: number }[];
}

// Adding zero turns -0 into 0.
const round = (value: number): number => Math.round(value * 10_000) / 10_000 + 0;

/** Distances between marks that people count in: seconds, minutes, hours. */
const distances = [0.1, 0.25, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 28800, 86400];

/** The time line's marks: at most `most`, at round times. */
export function marks(from: number, to: number, most: number): number[] {
  const length = to - from;
  const step = distances.find((distance) => length / distance <= most) ?? length;
  const first = Math.ceil(from / step - 1e-9);
  const all: number[] = [];
  for (let n = first; n * step <= to + 1e-9; n += 1) {
    all.push(round(n * step));
  }
  return all;
}

function kindsOf(description: Description): [Kind, AnyStream][] {
  const videos = description.videoStreams.filter((stream) => !stream.isAttachedPicture);
  const all: [Kind, AnyStream][] = [
    ...videos.map((stream): [Kind, AnyStream] => ['video', stream]),
    ...description.audioStreams.map((stream): [Kind, AnyStream] => ['audio', stream]),
    ...description.subtitleStreams.map((stream): [Kind, AnyStream] => ['subtitle', stream]),
    ...description.otherStreams.map((stream): [Kind, AnyStream] => ['other', stream]),
  ];
  return all.sort(([, a], [, b]) => a.index - b.index);
}

/** The earliest time of the file: a broadcast's clock may show any hour at its start. */
function startOf({ container }: Description, streams: readonly [Kind, AnyStream][]): number {
  const known = streams.flatMap(([, { startTime }]) => startTime ?? []);
  return known.length > 0 ? Math.min(...known) : container.startTime ?? 0;
}

const chapterTimes = (chapter: Chapter, start: number, end: number): [number, number] =>
  [Math.max(0, (chapter.startTime ?? start) - start), chapter.endTime === undefined ? end : chapter.endTime - start];

/** Where streams and chapters lie in time; undefined if nothing has a length. */
export function timeLine(description: Description): TimeLine | undefined {
  const streams = kindsOf(description);
  const start = startOf(description, streams);
  const whole = description.container.duration;
  const timed = streams.flatMap(([kind, stream]) => {
    const length = lengthOf(kind, stream, description);
    const from = round((stream.startTime ?? start) - start);
    return length === undefined || length <= 0 ? [] : [{ kind, stream, from, to: from + length }];
  });
  const to = Math.max(0, whole ?? 0, ...timed.map((bar) => bar.to));
  if (to === 0) {
    return undefined;
  }
  const place = (from: number, end: number): { from: number; to: number; left: number; width: number } => ({
    from,
    to: end,
    left: round((from / to) * 100),
    width: round((Math.max(0, Math.min(end, to) - from) / to) * 100),
  });
  return {
    start: round(start),
    to,
    streams: timed.map(({ kind, stream, ...times }) => ({
      kind,
      index: stream.index,
      ...(stream.title === undefined ? {} : { title: stream.title }),
      ...place(times.from, times.to),
    })),
    unknown: kindsOf(description)
      .filter(([kind, stream]) => lengthOf(kind, stream, description) === undefined)
      .map(([kind, { index }]) => ({ kind, index })),
    chapters: description.chapters.map((chapter, index) => ({
      kind: 'chapter',
      index,
      ...(chapter.title === undefined ? {} : { title: chapter.title }),
      ...place(...chapterTimes(chapter, start, to)),
    })),
    ticks: marks(0, to, 8).map((at) => ({ at, left: round((at / to) * 100) })),
  };
}
