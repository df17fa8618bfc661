// Pairs each field of our description with the field of ffprobe's JSON that it must equal. Derived from ffprobe's output, so that
// errors in our mapping show. What a rule corrected is compared by ffprobe's value beside the correction. Not compared: probe_score and filename, which depend on how ffprobe got the file; a playlist's bit
// rate, which we take from its segments; and sections that the JSON was generated without.

// ffprobe's formats for plain text rendered as pictures. We do not treat them as media.
const textFormats = ['tty', 'bin', 'xbin', 'adf', 'idf'];

/** Whether ffprobe found something that we must describe. */
export const isMedia = (report) => (report.streams?.length ?? 0) > 0 && !textFormats.includes(report.format?.format_name);

// The description without what rules corrected. A list that is not complete shows as a disagreement.
function uncorrected(described) {
  const ours = structuredClone(described);
  for (const { member, ffprobe } of described.corrections ?? []) {
    const names = member.match(/[^.[\]]+/g);
    const last = names.pop();
    const place = names.reduce((part, name) => part?.[name], ours);
    if (place && ffprobe === undefined) {
      delete place[last];
    } else if (place) {
      place[last] = ['true', 'false'].includes(ffprobe) ? ffprobe === 'true' : number(ffprobe) ?? ffprobe;
    }
  }
  return ours;
}

/** The fields that differ, but for those that a rule corrected and says so. */
export function disagreements(described, report) {
  const ours = uncorrected(described);
  const found = [];
  const check = (field, value, expected) => {
    if (canonical(value) !== canonical(expected)) {
      found.push({ field, ours: value, ffprobe: expected });
    }
  };
  compareContainer(check, ours.container, report.format);
  compareStreams(check, ours, report.streams);
  if (report.chapters) {
    compareLists(check, 'chapters', ours.chapters, report.chapters.map(chapter));
  }
  if (report.programs) {
    compareLists(check, 'programs', ours.programs, report.programs.map(program));
  }
  return found;
}

// Ignores the order of names and compares numbers by value, in texts too: "4.000000" equals 4.
const canonical = (value) => JSON.stringify(sorted(value) ?? null);
const isNumeric = (value) => typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value));
const sorted = (value) =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, sorted(v)]))
    : Array.isArray(value) ? value.map(sorted) : isNumeric(value) ? Number(value) : value;

// ffprobe writes N/A, unknown or zero for unknown values; we omit them.
const text = (value) => (value === undefined || ['', 'N/A', 'unknown'].includes(value) ? undefined : String(value));
const number = (value) => (text(value) === undefined || !Number.isFinite(Number(value)) ? undefined : Number(value));
const positive = (value) => (number(value) > 0 ? number(value) : undefined);
const ratio = (value) => text(value)?.replace(':', '/');
const positiveRatio = (value) => (/^[1-9]\d*\/[1-9]\d*$/.test(ratio(value) ?? '') ? ratio(value) : undefined);
const aspect = (value) => positiveRatio(value) ?? '0/1';

// We drop control characters, such as the character table code at the start of a transport stream's names.
const bare = (value) => String(value).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
function tagsOf(section) {
  const tags = {};
  for (const [name, value] of Object.entries(section.tags ?? {})) {
    if (!Object.keys(tags).some((taken) => taken.toLowerCase() === name.toLowerCase())) {
      tags[name] = bare(value);
    }
  }
  return tags;
}
const tag = (section, name) => Object.entries(tagsOf(section)).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];

function compareAll(check, place, ours, expected) {
  for (const [field, value] of Object.entries(expected)) {
    check(`${place}.${field}`, ours?.[field], value);
  }
}

function compareLists(check, place, ours, expected) {
  check(`${place}.length`, ours.length, expected.length);
  expected.slice(0, ours.length).forEach((item, i) => compareAll(check, `${place}[${i}]`, ours[i], item));
}

function compareContainer(check, ours, format) {
  if (!format) {
    return;
  }
  const isPlaylist = ['hls', 'hls,applehttp', 'dash'].includes(format.format_name);
  compareAll(check, 'container', ours, {
    formatName: text(format.format_name),
    formatLongName: text(format.format_long_name),
    startTime: number(format.start_time),
    duration: positive(format.duration),
    size: positive(format.size),
    ...(isPlaylist ? {} : { bitRate: positive(format.bit_rate) }),
    programCount: number(format.nb_programs),
    streamCount: number(format.nb_streams),
    tags: tagsOf(format),
  });
}

const lists = { video: 'videoStreams', audio: 'audioStreams', subtitle: 'subtitleStreams' };
const listOf = (stream) => lists[stream.codec_type] ?? 'otherStreams';
const special = { videoStreams: video, audioStreams: audio, subtitleStreams: subtitle, otherStreams: other };

function compareStreams(check, ours, streams) {
  for (const list of Object.keys(special)) {
    const indexes = streams.filter((stream) => listOf(stream) === list).map((stream) => stream.index);
    check(`${list}.index`, ours[list].map((stream) => stream.index), indexes);
  }
  for (const stream of streams) {
    const list = listOf(stream);
    const own = ours[list].find(({ index }) => index === stream.index);
    if (own) {
      compareAll(check, `streams[${stream.index}]`, own, { ...common(stream), ...special[list](stream) });
    }
  }
}

const common = (stream) => ({
  codecName: text(stream.codec_name),
  id: text(stream.id),
  codecLongName: text(stream.codec_long_name),
  profile: text(stream.profile),
  codecTagString: text(stream.codec_tag_string),
  codecTag: text(stream.codec_tag),
  timeBase: ratio(stream.time_base),
  startTime: number(stream.start_time),
  duration: positive(stream.duration),
  bitRate: positive(stream.bit_rate),
  frameCount: positive(stream.nb_frames),
  language: text(tag(stream, 'language')),
  title: tag(stream, 'title'),
  tags: tagsOf(stream),
  dispositions: Object.entries(stream.disposition ?? {}).filter(([, set]) => Number(set) === 1).map(([name]) => name),
});

function video(stream) {
  const side = (type) => (stream.side_data_list ?? []).find((data) => data.side_data_type === type);
  const dolby = side('DOVI configuration record');
  const light = side('Content light level metadata');
  const display = side('Mastering display metadata');
  return {
    isAttachedPicture: Number(stream.disposition?.attached_pic ?? 0) === 1,
    width: positive(stream.width),
    height: positive(stream.height),
    codedWidth: positive(stream.coded_width),
    codedHeight: positive(stream.coded_height),
    rotation: clockwise(number(side('Display Matrix')?.rotation)),
    sampleAspectRatio: aspect(stream.sample_aspect_ratio),
    displayAspectRatio: aspect(stream.display_aspect_ratio),
    pixelFormat: text(stream.pix_fmt),
    level: number(stream.level) >= 0 ? number(stream.level) : undefined,
    hasBFrames: number(stream.has_b_frames),
    frameRate: positiveRatio(stream.r_frame_rate),
    averageFrameRate: positiveRatio(stream.avg_frame_rate),
    fieldOrder: text(stream.field_order),
    colorRange: text(stream.color_range),
    colorSpace: text(stream.color_space),
    colorTransfer: text(stream.color_transfer),
    colorPrimaries: text(stream.color_primaries),
    chromaLocation: text(stream.chroma_location),
    bitsPerRawSample: positive(stream.bits_per_raw_sample),
    dolbyVision: dolby && { profile: number(dolby.dv_profile), level: number(dolby.dv_level) },
    contentLight: light && { maxContent: positive(light.max_content), maxAverage: positive(light.max_average) },
    masteringDisplay: display && mastering(display),
  };
}

function mastering(display) {
  const names = ['red_x', 'red_y', 'green_x', 'green_y', 'blue_x', 'blue_y', 'white_point_x', 'white_point_y', 'min_luminance', 'max_luminance'];
  const camel = (name) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
  return Object.fromEntries(names.map((name) => [camel(name), ratio(display[name])]));
}

// ffprobe's degrees are counter-clockwise.
const clockwise = (degrees) => (degrees === undefined ? undefined : (((360 - Math.round(degrees)) % 360) + 360) % 360);

function audio(stream) {
  return {
    sampleFormat: text(stream.sample_fmt),
    sampleRate: positive(stream.sample_rate),
    channels: positive(stream.channels),
    channelLayout: text(stream.channel_layout),
    bitsPerSample: positive(stream.bits_per_sample),
  };
}

function subtitle(stream) {
  return { width: positive(stream.width), height: positive(stream.height) };
}

function other(stream) {
  return { codecType: text(stream.codec_type) };
}

const chapter = (item) => ({
  id: number(item.id),
  startTime: number(item.start_time),
  endTime: number(item.end_time),
  title: tag(item, 'title'),
  tags: tagsOf(item),
});

const program = (item) => ({
  id: number(item.program_id),
  number: number(item.program_num),
  tags: tagsOf(item),
  streams: (item.streams ?? []).map((stream) => stream.index),
});
