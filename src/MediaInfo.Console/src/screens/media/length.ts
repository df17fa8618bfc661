import type { AnyStream, Description } from './description.ts';

/** "00:00:02.544000000", as Matroska's statistics write it. */
function secondsOf(text: string | undefined): number | undefined {
  const [, hours, minutes, seconds] = /^(\d+):(\d\d):(\d\d(?:\.\d+)?)$/.exec(text ?? '') ?? [];
  return seconds === undefined ? undefined : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/**
 * A stream's length for a drawing: that of the whole file where the file states none. Not of subtitles: ffprobe gives them the whole
 * file's too, and they may be two lines in an hour. They have the end of Matroska's statistics, or that of an MP4 track; else nobody
 * knows it.
 */
export function lengthOf(kind: string, stream: AnyStream, { container }: Description): number | undefined {
  if (kind !== 'subtitle') {
    return stream.duration ?? container.duration;
  }
  const ofTrack = container.formatName?.includes('mp4') === true || stream.duration !== container.duration;
  return secondsOf(stream.tags.DURATION) ?? (ofTrack ? stream.duration : undefined);
}
