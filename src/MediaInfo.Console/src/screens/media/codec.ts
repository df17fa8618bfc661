import type { StreamBase } from './description.ts';

const names: Readonly<Record<string, string>> = {
  h264: 'H.264 / AVC', hevc: 'H.265 / HEVC', vvc: 'H.266 / VVC', av1: 'AV1', vp8: 'VP8', vp9: 'VP9', mpeg1video: 'MPEG-1 Video',
  mpeg2video: 'MPEG-2 Video', mpeg4: 'MPEG-4 Part 2', prores: 'Apple ProRes', dnxhd: 'Avid DNxHD', theora: 'Theora', mjpeg: 'Motion JPEG',
  png: 'PNG', gif: 'GIF', webp: 'WebP', vc1: 'VC-1', flv1: 'Sorenson H.263', h263: 'H.263', ffv1: 'FFV1', rawvideo: 'Uncompressed',
  aac: 'AAC', mp3: 'MP3', mp2: 'MP2', ac3: 'Dolby Digital (AC-3)', eac3: 'Dolby Digital Plus (E-AC-3)', truehd: 'Dolby TrueHD', ac4: 'Dolby AC-4',
  dts: 'DTS', opus: 'Opus', vorbis: 'Vorbis', flac: 'FLAC', alac: 'Apple Lossless', amr_nb: 'AMR-NB', amr_wb: 'AMR-WB', wmav2: 'Windows Media Audio 2',
  subrip: 'SubRip', ass: 'ASS', ssa: 'SSA', mov_text: 'MPEG-4 Timed Text', webvtt: 'WebVTT', dvd_subtitle: 'DVD subtitles', dvb_subtitle: 'DVB subtitles',
  hdmv_pgs_subtitle: 'Blu-ray PGS', eia_608: 'CEA-608', ttml: 'TTML', timed_id3: 'Timed ID3', bin_data: 'Data', scte_35: 'SCTE-35',
};

/** The codec's usual name; ffprobe's own where we know none. */
export function codec(stream: StreamBase): string | undefined {
  const name = stream.codecName;
  if (name === undefined) {
    return stream.codecTagString;
  }
  return names[name] ?? (name.startsWith('pcm_') ? `PCM (${name.slice(4)})` : name);
}

/** The level as the codec's own standard writes it: 41 is 4.1 of H.264, 123 is 4.1 of HEVC. */
export function level(codecName: string | undefined, value: number | undefined): string | undefined {
  if (value === undefined) {
    return undefined;
  }
  switch (codecName) {
    case 'h264':
      return value === 9 ? '1b' : tenths(value);
    case 'hevc':
    case 'h265':
      return value % 3 === 0 ? tenths(value / 3) : String(value);
    case 'vvc':
      return `${Math.floor(value / 16)}.${(value % 16) / 3}`;
    case 'av1':
      return value <= 31 ? `${2 + (value >> 2)}.${value & 3}` : String(value);
    case 'vp9':
      return tenths(value);
    case 'mpeg2video':
      return ({ 4: 'High', 6: 'High 1440', 8: 'Main', 10: 'Low' } as Record<number, string>)[value] ?? String(value);
    case undefined:
    default:
      return String(value);
  }
}

const tenths = (value: number): string => (value % 10 === 0 ? `${value / 10}` : `${Math.floor(value / 10)}.${value % 10}`);
