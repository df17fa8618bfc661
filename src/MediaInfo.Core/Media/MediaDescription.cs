using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace MediaInfo.Core.Media;

/// <summary>A vendor-neutral description of a media file. Unknown values are null, never zero.</summary>
public sealed record MediaDescription
{
    /// <summary>The container.</summary>
    public required ContainerDescription Container { get; init; }

    /// <summary>Video streams in file order, including cover art.</summary>
    [AllowNull]
    public IReadOnlyList<VideoStream> VideoStreams { get; init => field = value ?? []; } = [];

    /// <summary>Audio streams in file order.</summary>
    [AllowNull]
    public IReadOnlyList<AudioStream> AudioStreams { get; init => field = value ?? []; } = [];

    /// <summary>Subtitle streams in file order.</summary>
    [AllowNull]
    public IReadOnlyList<SubtitleStream> SubtitleStreams { get; init => field = value ?? []; } = [];

    /// <summary>Data, attachments and streams of unknown type, in file order.</summary>
    [AllowNull]
    public IReadOnlyList<OtherStream> OtherStreams { get; init => field = value ?? []; } = [];

    /// <summary>Chapters in file order.</summary>
    [AllowNull]
    public IReadOnlyList<Chapter> Chapters { get; init => field = value ?? []; } = [];

    /// <summary>Programs in file order.</summary>
    [AllowNull]
    public IReadOnlyList<MediaProgram> Programs { get; init => field = value ?? []; } = [];

    /// <summary>
    /// True if the durations are estimates: ffprobe warned that it took them from the bit rate, or a rule had to. This affects all
    /// streams.
    /// </summary>
    public bool DurationInaccurate { get; init; }

    /// <summary>The values that are not ffprobe's own; null if all are.</summary>
    public IReadOnlyList<Correction>? Corrections { get; init; }

    /// <summary>The object's MD5 in lower-case hex; null unless storage keeps it or it was requested.</summary>
    public string? Md5 { get; init; }

    /// <summary>The first video stream that is not cover art; null if there is none.</summary>
    [JsonIgnore]
    public VideoStream? MainVideo => VideoStreams.FirstOrDefault(stream => !stream.IsAttachedPicture);

    /// <summary>The kind of the file.</summary>
    [JsonIgnore]
    public MediaKind Kind => this switch
    {
        { MainVideo: not null, Container.IsImage: true } => MediaKind.Image,
        { MainVideo: not null } => MediaKind.Video,
        { AudioStreams.Count: > 0 } => MediaKind.Audio,
        { SubtitleStreams.Count: > 0 } => MediaKind.Text,
        _ => MediaKind.Unknown,
    };

    /// <summary>Returns the description with the object's MD5.</summary>
    /// <param name="md5">32 hex digits.</param>
    public MediaDescription WithMd5(string md5) => this with { Md5 = md5.ToLowerInvariant() };

    /// <summary>All streams, by kind and in file order.</summary>
    [JsonIgnore]
    public IEnumerable<MediaStream> Streams => [.. VideoStreams, .. AudioStreams, .. SubtitleStreams, .. OtherStreams];

    /// <summary>Returns the description with changed streams; the same instance if no stream changes.</summary>
    /// <param name="change">Returns a stream's changed copy, of the same kind, or the stream itself.</param>
    public MediaDescription WithStreams(Func<MediaStream, MediaStream> change)
    {
        var changed = this with
        {
            VideoStreams = Change(VideoStreams, change),
            AudioStreams = Change(AudioStreams, change),
            SubtitleStreams = Change(SubtitleStreams, change),
            OtherStreams = Change(OtherStreams, change),
        };
        return changed.Streams.Zip(Streams).Any(pair => !ReferenceEquals(pair.First, pair.Second)) ? changed : this;
    }

    private static IReadOnlyList<T> Change<T>(IReadOnlyList<T> streams, Func<MediaStream, MediaStream> change)
        where T : MediaStream => [.. streams.Select(stream => (T)change(stream))];
}
