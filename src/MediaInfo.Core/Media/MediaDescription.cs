using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace MediaInfo.Core.Media;

/// <summary>What a media file is, in no vendor's words. Whatever is unknown is null, never zero.</summary>
public sealed record MediaDescription
{
    /// <summary>The container.</summary>
    public required ContainerDescription Container { get; init; }

    /// <summary>Video streams in file order, cover pictures included.</summary>
    [AllowNull]
    public IReadOnlyList<VideoStream> VideoStreams { get; init => field = value ?? []; } = [];

    /// <summary>Audio streams in file order.</summary>
    [AllowNull]
    public IReadOnlyList<AudioStream> AudioStreams { get; init => field = value ?? []; } = [];

    /// <summary>Subtitle streams in file order.</summary>
    [AllowNull]
    public IReadOnlyList<SubtitleStream> SubtitleStreams { get; init => field = value ?? []; } = [];

    /// <summary>Data, attachments and streams of no known kind, in file order.</summary>
    [AllowNull]
    public IReadOnlyList<OtherStream> OtherStreams { get; init => field = value ?? []; } = [];

    /// <summary>Chapters in file order.</summary>
    [AllowNull]
    public IReadOnlyList<Chapter> Chapters { get; init => field = value ?? []; } = [];

    /// <summary>Programs in file order.</summary>
    [AllowNull]
    public IReadOnlyList<MediaProgram> Programs { get; init => field = value ?? []; } = [];

    /// <summary>
    /// True when ffprobe warned that it estimated the duration from the bit rate, which concerns every stream.
    /// </summary>
    public bool DurationInaccurate { get; init; }

    /// <summary>The object's MD5 as lower-case hex; null unless storage keeps it or it was asked for.</summary>
    public string? Md5 { get; init; }

    /// <summary>The first video stream that is no cover picture; null when there is none.</summary>
    [JsonIgnore]
    public VideoStream? MainVideo => VideoStreams.FirstOrDefault(stream => !stream.IsAttachedPicture);

    /// <summary>What the file is as a whole.</summary>
    [JsonIgnore]
    public MediaKind Kind => this switch
    {
        { MainVideo: not null, Container.IsImage: true } => MediaKind.Image,
        { MainVideo: not null } => MediaKind.Video,
        { AudioStreams.Count: > 0 } => MediaKind.Audio,
        { SubtitleStreams.Count: > 0 } => MediaKind.Text,
        _ => MediaKind.Unknown,
    };

    /// <summary>This description with the object's MD5.</summary>
    /// <param name="md5">32 hex digits.</param>
    public MediaDescription WithMd5(string md5) => this with { Md5 = md5.ToLowerInvariant() };

    /// <summary>This description with counted packets where neither container nor tags gave a frame count.</summary>
    public MediaDescription EnrichWithPackets(PacketCounts packets) => this with
    {
        VideoStreams = [.. VideoStreams.Select(stream => stream with
        {
            FrameCount = stream.FrameCount ?? packets.CountOf(stream.Index),
            NetworkCost = stream.NetworkCost ?? packets.CostOf(stream.Index),
        })],
        AudioStreams = [.. AudioStreams.Select(stream => stream with
        {
            FrameCount = stream.FrameCount ?? packets.CountOf(stream.Index),
        })],
    };
}
