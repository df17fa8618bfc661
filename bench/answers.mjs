// Brings ffprobe's report and the service's properties of an object into the same form.

const kbps = (bits) => (bits === undefined ? undefined : (Math.floor(Number(bits)) / 1000).toString());
const plainNumber = (text) => (text === undefined || text === '' ? undefined : Number(text).toString());
// The names that MPS has for ffprobe's.
const named = { hevc: 'h265', subrip: 'srt' };
const clean = (entry) => JSON.stringify(entry, (_, value) => (value === undefined ? null : value));

function ofReport({ format, streams }) {
  const common = ({ codec_name, codec_tag, start_time, duration, nb_frames }) => ({
    codec: named[codec_name] ?? codec_name, tag: codec_tag, start: plainNumber(start_time), duration: plainNumber(duration), frames: plainNumber(nb_frames),
  });
  const of = (type) => streams.filter((stream) => stream.codec_type === type);
  return {
    format: format.format_name.split(',')[0],
    long: format.format_long_name,
    duration: plainNumber(format.duration),
    start: plainNumber(format.start_time),
    bitrate: format.format_name === 'hls' ? undefined : kbps(format.bit_rate),
    video: of('video').map((stream) => ({ ...common(stream), width: stream.width, height: stream.height, pixels: stream.pix_fmt, profile: stream.profile })),
    audio: of('audio').map((stream) => ({ ...common(stream), rate: stream.sample_rate, channels: stream.channels })),
    subtitles: of('subtitle').length,
  };
}

function ofProperties({ Format, Streams }) {
  const common = ({ CodecName, CodecTag, StartTime, Duration, NumFrames }) => ({
    codec: CodecName, tag: CodecTag, start: plainNumber(StartTime), duration: plainNumber(Duration), frames: plainNumber(NumFrames),
  });
  return {
    format: Format.FormatName.split(',')[0],
    long: Format.FormatLongName,
    duration: plainNumber(Format.Duration),
    start: plainNumber(Format.StartTime),
    bitrate: Format.FormatName.startsWith('hls') ? undefined : plainNumber(Format.Bitrate),
    video: Streams.VideoStreamList.VideoStream.map((stream) => (
      { ...common(stream), width: Number(stream.Width), height: Number(stream.Height), pixels: stream.PixFmt, profile: stream.Profile })),
    audio: Streams.AudioStreamList.AudioStream.map((stream) => ({ ...common(stream), rate: stream.Samplerate, channels: Number(stream.Channels) })),
    subtitles: Streams.SubtitleStreamList.SubtitleStream.length,
  };
}

/** The differences between the two as text; empty if there are none. Frame counts that only the service knows are ignored. */
export function difference(report, properties) {
  const [plain, own] = [ofReport(report), ofProperties(properties)];
  for (const type of ['video', 'audio']) {
    own[type].forEach((stream, i) => {
      stream.frames = plain[type][i]?.frames === undefined ? undefined : stream.frames;
    });
  }
  return Object.keys(plain).filter((name) => clean(plain[name]) !== clean(own[name])).map((name) => `${name}: ${clean(plain[name])} / ${clean(own[name])}`).join('; ');
}
