using MediaInfo.Core.Media;
using MediaInfo.Core.Media.Rules;
using MediaInfo.Probing.Headers;

namespace MediaInfo.Probing.Descriptions.Rules;

/// <summary>
/// A stream that ffprobe cannot open is marked, and described as far as the container's headers do. An xHE-AAC track beside
/// H.264 makes ffprobe refuse the whole file ("Could not open codec for input stream 1"), so ffprobe reads the file without
/// that codec.
/// </summary>
internal sealed class UnreadableStream : IMediaRule<RuleFacts>
{
    private const int Usac = 42;

    /// <inheritdoc />
    public MediaDescription Apply(MediaDescription media, RuleFacts facts) => facts.Hidden is not { } hidden ? media
        : media.WithStreams(
            stream => hidden.Streams.TryGetValue(stream.Index, out var codec)
                ? Marked(stream, codec, facts.TrackOf(stream))
                : stream);

    private static MediaStream Marked(MediaStream stream, string? codec, IsoTrack? track)
    {
        var marked = stream with
        {
            Unreadable = true,
            CodecName = track?.AudioObjectType is not null ? "aac" : track?.SampleEntry ?? NameOf(codec),
            Profile = track?.AudioObjectType is Usac ? "xHE-AAC" : stream.Profile,
            CodecTagString = track?.SampleEntry ?? stream.CodecTagString,
            CodecTag = null,
        };
        return marked is AudioStream audio ? WithSound(audio, track) : marked;
    }

    private static AudioStream WithSound(AudioStream audio, IsoTrack? track) => audio with
    {
        CodecTimeBase = track?.SampleRate is > 0 and var rate ? CodecTimeBases.OfAudio(rate) : audio.CodecTimeBase,
        SampleRate = track?.SampleRate is > 0 and var samples ? samples : audio.SampleRate,
        Channels = track?.Channels is > 0 and var channels ? channels : audio.Channels,
    };

    // Matroska's "A_AAC", "A_AAC/MPEG4/LC".
    private static string? NameOf(string? codec) => codec is { Length: > 2 } ? codec[2..].Split('/')[0].ToLowerInvariant() : null;
}
