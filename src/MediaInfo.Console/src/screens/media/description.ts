// The members of GetProbeReport's Description that the screens show. What is unknown is absent.

export interface StreamBase {
  index: number;
  id?: string;
  codecName?: string;
  codecLongName?: string;
  profile?: string;
  codecTagString?: string;
  timeBase?: string;
  startTime?: number;
  duration?: number;
  bitRate?: number;
  frameCount?: number;
  encryption?: string;
  unreadable?: boolean;
  language?: string;
  title?: string;
  tags: Record<string, string>;
  dispositions: string[];
}

export interface NetworkCost {
  preloadTime: number;
  averageBitRate: number;
  peakBitRate: number;
}

export interface MasteringDisplay {
  minLuminance?: string;
  maxLuminance?: string;
}

export interface VideoStream extends StreamBase {
  isAttachedPicture: boolean;
  width?: number;
  height?: number;
  codedWidth?: number;
  codedHeight?: number;
  rotation?: number;
  sampleAspectRatio?: string;
  displayAspectRatio?: string;
  pixelFormat?: string;
  level?: number;
  hasBFrames?: number;
  frameRate?: string;
  averageFrameRate?: string;
  /** By the times of all packets; undefined if they were not read. */
  variableFrameRate?: boolean;
  fieldOrder?: string;
  colorRange?: string;
  colorSpace?: string;
  colorTransfer?: string;
  colorPrimaries?: string;
  bitsPerRawSample?: number;
  dolbyVision?: { profile?: number; level?: number };
  masteringDisplay?: MasteringDisplay;
  contentLight?: { maxContent?: number; maxAverage?: number };
  derivedBitRate?: number;
  networkCost?: NetworkCost;
}

export interface AudioStream extends StreamBase {
  sampleFormat?: string;
  sampleRate?: number;
  channels?: number;
  channelLayout?: string;
  bitsPerSample?: number;
}

export interface SubtitleStream extends StreamBase {
  width?: number;
  height?: number;
}

export interface OtherStream extends StreamBase {
  kind?: string;
}

export interface Chapter {
  id?: number;
  startTime?: number;
  endTime?: number;
  title?: string;
}

export interface Container {
  formatName?: string;
  formatLongName?: string;
  startTime?: number;
  duration?: number;
  bitRate?: number;
  size?: number;
  programCount?: number;
  streamCount?: number;
  encryption?: string;
  encrypted?: boolean;
  live?: boolean;
  partlyRead?: boolean;
  tags: Record<string, string>;
}

export interface Correction {
  member: string;
  ffprobe?: string;
  value?: string;
  rule: string;
}

export interface Description {
  container: Container;
  videoStreams: VideoStream[];
  audioStreams: AudioStream[];
  subtitleStreams: SubtitleStream[];
  otherStreams: OtherStream[];
  chapters: Chapter[];
  durationInaccurate: boolean;
  corrections?: Correction[];
  md5?: string;
}

/** The first video that is no cover; undefined if there is none. */
export const mainVideo = ({ videoStreams }: Description): VideoStream | undefined =>
  videoStreams.find((stream) => !stream.isAttachedPicture);

export type AnyStream = VideoStream | AudioStream | SubtitleStream | OtherStream;
