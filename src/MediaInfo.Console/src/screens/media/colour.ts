import type { VideoStream } from './description.ts';

export type DynamicRange = 'sdr' | 'hdr10' | 'pq' | 'hlg' | 'dolbyVision';

/** The HDR format by the transfer characteristic and the metadata; undefined if the file does not say. */
export function dynamicRange(stream: VideoStream): DynamicRange | undefined {
  if (stream.dolbyVision) {
    return 'dolbyVision';
  }
  switch (stream.colorTransfer) {
    case 'smpte2084':
      return stream.masteringDisplay || stream.contentLight ? 'hdr10' : 'pq';
    case 'arib-std-b67':
      return 'hlg';
    case undefined:
      return undefined;
    default:
      return 'sdr';
  }
}

/** Bits of a sample: as the file says, or else as the pixel format's name does. */
export function bitDepth(stream: VideoStream): number | undefined {
  if (stream.bitsPerRawSample !== undefined) {
    return stream.bitsPerRawSample;
  }
  const format = stream.pixelFormat;
  if (format === undefined) {
    return undefined;
  }
  const named = /(?:p|gray|gbrap?|rgb|bgr|xyz|y2|xv)(9|10|12|14|16)(?:le|be)?$/.exec(format)?.[1] ?? /^p0(10|12|16)/.exec(format)?.[1];
  if (named) {
    return Number(named);
  }
  return /^(?:yuvj?4\d\dp|yuva4\d\dp|nv\d\d|gray|gbrp|rgb24|bgr24|rgba|bgra|pal8)$/.test(format) ? 8 : undefined;
}

/** "4:2:0" by the pixel format's name. */
export function subsampling(format: string | undefined): string | undefined {
  if (format === undefined) {
    return undefined;
  }
  const named = /^yuv[aj]?(4)(\d)(\d)/.exec(format);
  if (named) {
    return `${named[1]}:${named[2]}:${named[3]}`;
  }
  return /^(?:nv12|nv21|p0\d\d)/.test(format) ? '4:2:0' : /^(?:rgb|bgr|gbr|argb|abgr)/.test(format) ? 'RGB' : undefined;
}

/** The nits of a ratio such as "10000000/10000". */
export function nits(text: string | undefined): number | undefined {
  const match = /^(\d+)\/(\d+)$/.exec(text ?? '');
  return match && Number(match[2]) > 0 ? Number(match[1]) / Number(match[2]) : undefined;
}
