import type { VideoStream } from './description.ts';
import { parts, valueOf } from './ratio.ts';

export interface Shown {
  width: number;
  height: number;
}

const isTurned = (stream: VideoStream): boolean => stream.rotation === 90 || stream.rotation === 270;

/** The size as a player shows it: pixels made square, and turned; undefined if that is the coded size. */
export function shownSize(stream: VideoStream): Shown | undefined {
  const { width, height } = stream;
  if (width === undefined || height === undefined) {
    return undefined;
  }
  const aspect = valueOf(stream.sampleAspectRatio) ?? 1;
  if (aspect === 1 && !isTurned(stream)) {
    return undefined;
  }
  const wide = Math.round(width * aspect);
  return isTurned(stream) ? { width: height, height: wide } : { width: wide, height };
}

/** "16:9", turned with the picture: of the file, or else of the size. */
export function shape(stream: VideoStream): string | undefined {
  const stated = parts(stream.displayAspectRatio);
  const ratio = stated && stated[0] > 0 && stated[1] > 0 ? stated : reduced(stream.width, stream.height);
  if (!ratio) {
    return undefined;
  }
  const [across, down] = isTurned(stream) ? [ratio[1], ratio[0]] : ratio;
  return `${across}:${down}`;
}

function reduced(width: number | undefined, height: number | undefined): [number, number] | undefined {
  if (!width || !height) {
    return undefined;
  }
  let [a, b] = [width, height];
  while (b > 0) {
    [a, b] = [b, a % b];
  }
  return [width / a, height / a];
}

export type Scan = 'progressive' | 'topFirst' | 'bottomFirst';

/** How the lines of a picture are ordered; undefined if the file does not say. */
export function scan(fieldOrder: string | undefined): Scan | undefined {
  switch (fieldOrder) {
    case 'progressive':
      return 'progressive';
    case 'tt':
    case 'tb':
      return 'topFirst';
    case 'bb':
    case 'bt':
      return 'bottomFirst';
    case undefined:
    default:
      return undefined;
  }
}

export interface Rate {
  /** Frames a second to show first. */
  value: number;
  /** The other rate, if frames do not come evenly and it says more. */
  nominal?: number;
  /** undefined where nobody looked at every packet and the header does not say either. */
  varies: boolean | undefined;
}

/** Whether the header's rates differ. A hundredth apart is rounding; of interlaced video, the nominal rate may count fields. */
function differ(nominal: number, average: number, fieldOrder: string | undefined): boolean {
  const ratio = nominal / average;
  const fields = scan(fieldOrder) !== 'progressive' && Math.abs(ratio - 2) < 0.02;
  return Math.abs(ratio - 1) >= 0.01 && !fields;
}

/**
 * The frame rate, and whether it varies: as the packets' times say. Without them only rates that differ are evidence; equal ones
 * are none, because where the nominal rate was implausible it is the average.
 */
export function frameRate({ frameRate: stated, averageFrameRate, fieldOrder, variableFrameRate }: VideoStream): Rate | undefined {
  const nominal = valueOf(stated);
  const average = valueOf(averageFrameRate);
  const value = average ?? nominal;
  if (value === undefined) {
    return undefined;
  }
  const two = nominal !== undefined && average !== undefined && differ(nominal, average, fieldOrder);
  const varies = variableFrameRate ?? (two ? true : undefined);
  return varies === true && two ? { value, nominal, varies } : { value, varies };
}
