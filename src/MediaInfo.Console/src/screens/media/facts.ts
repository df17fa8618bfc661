import { codec, level } from './codec.ts';
import { bitDepth, dynamicRange, nits, subsampling } from './colour.ts';
import type { AudioStream, Container, Description, OtherStream, StreamBase, SubtitleStream, VideoStream } from './description.ts';
import { frameRate, scan, shape, shownSize, type Rate } from './picture.ts';
import { colons } from './ratio.ts';
import * as units from '../shared/units.ts';
import type { TextKey, Words } from '../shared/words.ts';

/** One line of a card: what a person asks, the answer, and the members of the description that it is made of. */
export interface Fact {
  label: TextKey;
  /** The place among facts of one label, from 1; undefined if the label has one fact. */
  number?: number;
  value: string;
  note?: string;
  members: string[];
}

interface Draft {
  label: TextKey;
  value: string | undefined;
  note?: string | undefined;
  members: string[];
}

const known = (drafts: readonly Draft[]): Fact[] =>
  drafts.flatMap(({ label, value, note, members }) =>
    value === undefined || value === '' ? [] : [{ label, value, members, ...(note ? { note } : {}) }]);

const joined = (values: readonly (string | undefined)[], by = ' · '): string | undefined =>
  values.filter((value) => value !== undefined && value !== '').join(by) || undefined;

const map = <T, R>(value: T | undefined, make: (value: T) => R): R | undefined => (value === undefined ? undefined : make(value));

/** A stream's place in the description, such as "videoStreams[0]". */
export type Path = string;

function shared(stream: StreamBase, path: Path, estimate: boolean, { t, locale }: Words): Draft[] {
  return [
    {
      label: 'file.fact.duration',
      value: map(stream.duration, units.clock),
      note: stream.duration !== undefined && estimate ? t('file.note.estimate') : undefined,
      members: [`${path}.duration`, 'durationInaccurate'],
    },
    { label: 'file.fact.bitRate', value: map(stream.bitRate, (value) => units.bitRate(value, locale)), members: [`${path}.bitRate`] },
    {
      label: 'file.fact.language',
      value: map(stream.language, (tag) => (tag === 'und' ? t('file.value.undetermined') : units.language(tag, locale))),
      note: stream.language === 'und' ? undefined : stream.language,
      members: [`${path}.language`],
    },
    { label: 'file.fact.title', value: stream.title, members: [`${path}.title`] },
    { label: 'file.fact.flags', value: stream.dispositions.join(', '), members: [`${path}.dispositions`] },
    { label: 'file.fact.encryption', value: stream.encryption, members: [`${path}.encryption`] },
    { label: 'file.fact.unreadable', value: stream.unreadable ? t('file.value.unreadable') : undefined, members: [`${path}.unreadable`] },
  ];
}

const coding = (stream: StreamBase & { level?: number }, path: Path, { t }: Words): Draft => ({
  label: 'file.fact.codec',
  value: codec(stream),
  note: joined([stream.profile, map(level(stream.codecName, stream.level), (value) => t('file.value.level', { level: value }))]),
  members: [`${path}.codecName`, `${path}.profile`, `${path}.level`],
});

function range(stream: VideoStream, { t, locale }: Words): { value: string | undefined; note: string | undefined } {
  const kind = dynamicRange(stream);
  const vision = stream.dolbyVision;
  const bright = nits(stream.masteringDisplay?.maxLuminance);
  const light = stream.contentLight;
  // Some files have it in their frames only, which the service does not decode.
  const unsaid = kind === 'pq' ? t('file.note.noLuminance') : undefined;
  return {
    value: kind === undefined
      ? undefined
      : joined([
        t(`file.range.${kind}`),
        map(vision?.profile, (value) => t('file.value.profile', { profile: value })),
        map(vision?.level, (value) => t('file.value.level', { level: value })),
      ]),
    note: joined([
      map(bright, (value) => t('file.note.mastering', { nits: units.count(value, locale) })),
      light?.maxContent ? t('file.note.light', { nits: units.count(light.maxContent, locale) }) : undefined,
      unsaid,
    ]),
  };
}

/** Whether frames come evenly, in words; undefined if that is not known. */
function evenness({ varies, nominal }: Rate, { t, locale }: Words): string | undefined {
  if (varies === undefined) {
    return undefined;
  }
  return !varies ? t('file.note.constant')
    : nominal === undefined ? t('file.note.variable')
    : t('file.note.varies', { rate: units.rate(nominal, locale) });
}

export function videoFacts(stream: VideoStream, path: Path, description: Description, words: Words): Fact[] {
  const { t, locale } = words;
  const { width, height } = stream;
  const shown = shownSize(stream);
  const frames = frameRate(stream);
  const lines = scan(stream.fieldOrder);
  const aspect = colons(stream.sampleAspectRatio);
  return known([
    {
      label: 'file.fact.picture',
      value: width !== undefined && height !== undefined ? `${width} × ${height}` : undefined,
      note: joined([
        shape(stream),
        aspect ? t('file.note.sampleAspect', { ratio: aspect }) : undefined,
        map(shown, (size) => t('file.note.shown', { size: `${size.width} × ${size.height}` })),
      ]),
      members: [`${path}.width`, `${path}.height`, `${path}.sampleAspectRatio`, `${path}.displayAspectRatio`],
    },
    coding(stream, path, words),
    {
      label: 'file.fact.frameRate',
      value: map(frames, ({ value }) => t('file.value.frames', { rate: units.rate(value, locale) })),
      note: frames && evenness(frames, words),
      members: [`${path}.frameRate`, `${path}.averageFrameRate`, `${path}.variableFrameRate`],
    },
    {
      label: 'file.fact.dynamicRange',
      ...range(stream, words),
      members: [`${path}.colorTransfer`, `${path}.dolbyVision`, `${path}.masteringDisplay`, `${path}.contentLight`],
    },
    {
      label: 'file.fact.colour',
      value: joined([stream.colorPrimaries, stream.colorTransfer, stream.colorSpace].filter((one, at, all) => all.indexOf(one) === at)),
      note: joined([
        stream.colorRange === 'tv' ? t('file.note.limited') : stream.colorRange === 'pc' ? t('file.note.full') : undefined,
      ]),
      members: [`${path}.colorPrimaries`, `${path}.colorTransfer`, `${path}.colorSpace`, `${path}.colorRange`],
    },
    {
      label: 'file.fact.bitDepth',
      value: map(bitDepth(stream), (bits) => t('file.value.bits', { bits })),
      note: joined([subsampling(stream.pixelFormat), stream.pixelFormat]),
      members: [`${path}.bitsPerRawSample`, `${path}.pixelFormat`],
    },
    { label: 'file.fact.scan', value: map(lines, (order) => t(`file.scan.${order}`)), members: [`${path}.fieldOrder`] },
    {
      label: 'file.fact.rotation',
      value: map(stream.rotation, (degrees) => t('file.value.degrees', { degrees })),
      members: [`${path}.rotation`],
    },
    ...shared(stream, path, description.durationInaccurate, words),
    {
      label: 'file.fact.bitRate',
      value: stream.bitRate === undefined ? map(stream.derivedBitRate, (value) => units.bitRate(value, locale)) : undefined,
      note: t('file.note.derived'),
      members: [`${path}.derivedBitRate`],
    },
    { label: 'file.fact.frames', value: map(stream.frameCount, (value) => units.count(value, locale)), members: [`${path}.frameCount`] },
  ]);
}

export function audioFacts(stream: AudioStream, path: Path, description: Description, words: Words): Fact[] {
  const { t, locale } = words;
  return known([
    {
      label: 'file.fact.channels',
      value: stream.channelLayout ?? map(stream.channels, (number) => t('file.value.channels', { number })),
      note: stream.channelLayout === undefined ? undefined : map(stream.channels, (number) => t('file.value.channels', { number })),
      members: [`${path}.channelLayout`, `${path}.channels`],
    },
    coding(stream, path, words),
    { label: 'file.fact.sampleRate', value: map(stream.sampleRate, (value) => units.frequency(value, locale)), members: [`${path}.sampleRate`] },
    {
      label: 'file.fact.bitDepth',
      value: stream.bitsPerSample ? t('file.value.bits', { bits: stream.bitsPerSample }) : undefined,
      members: [`${path}.bitsPerSample`],
    },
    ...shared(stream, path, description.durationInaccurate, words),
  ]);
}

export function subtitleFacts(stream: SubtitleStream, path: Path, description: Description, words: Words): Fact[] {
  const size = stream.width && stream.height ? `${stream.width} × ${stream.height}` : undefined;
  return known([
    coding(stream, path, words),
    { label: 'file.fact.picture', value: size, members: [`${path}.width`, `${path}.height`] },
    ...shared(stream, path, description.durationInaccurate, words),
  ]);
}

export function otherFacts(stream: OtherStream, path: Path, description: Description, words: Words): Fact[] {
  return known([coding(stream, path, words), ...shared(stream, path, description.durationInaccurate, words)]);
}

export function containerFacts(container: Container, description: Description, { t, locale }: Words): Fact[] {
  return known([
    {
      label: 'file.fact.format',
      value: container.formatLongName ?? container.formatName,
      note: container.formatLongName === undefined ? undefined : container.formatName,
      members: ['container.formatName', 'container.formatLongName'],
    },
    {
      label: 'file.fact.duration',
      value: container.live ? t('file.value.live') : map(container.duration, units.clock),
      note: container.duration !== undefined && description.durationInaccurate ? t('file.note.estimate') : undefined,
      members: ['container.duration', 'container.live', 'durationInaccurate'],
    },
    { label: 'file.fact.bitRate', value: map(container.bitRate, (value) => units.bitRate(value, locale)), members: ['container.bitRate'] },
    {
      label: 'file.fact.size',
      value: map(container.size, (value) => units.bytes(value, locale)),
      note: map(container.size, (value) => t('file.value.bytes', { bytes: units.count(value, locale) })),
      members: ['container.size'],
    },
    {
      label: 'file.fact.encryption',
      value: container.encryption ?? (container.encrypted ? t('file.value.encrypted') : undefined),
      members: ['container.encryption', 'container.encrypted'],
    },
    { label: 'file.fact.partlyRead', value: container.partlyRead ? t('file.value.partlyRead') : undefined, members: ['container.partlyRead'] },
    { label: 'file.fact.title', value: container.tags.title, members: ['container.tags.title'] },
    { label: 'file.fact.md5', value: description.md5, members: ['md5'] },
  ]);
}
