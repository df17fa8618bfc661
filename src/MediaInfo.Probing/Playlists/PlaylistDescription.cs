using MediaInfo.Core.Media;
using MediaInfo.Probing.Descriptions;

namespace MediaInfo.Probing.Playlists;

/// <summary>
/// Describes a presentation whose segments cannot be read, from its playlists alone: the streams are those that the master
/// playlist states.
/// </summary>
internal static class PlaylistDescription
{
    private const int MaxStreams = 16;

    // The first part of a codec's name (RFC 6381) and FFmpeg's name.
    private static readonly (string Begin, string Codec, bool IsVideo)[] Codecs =
    [
        ("avc1", "h264", true), ("avc3", "h264", true), ("hvc1", "hevc", true), ("hev1", "hevc", true), ("dvh1", "hevc", true),
        ("dvhe", "hevc", true), ("av01", "av1", true), ("vp09", "vp9", true), ("mp4a.40.34", "mp3", false),
        ("mp4a.69", "mp3", false), ("mp4a.6B", "mp3", false), ("mp4a.40", "aac", false), ("ac-3", "ac3", false),
        ("ec-3", "eac3", false), ("opus", "opus", false), ("Opus", "opus", false), ("fLaC", "flac", false),
    ];

    internal static MediaDescription Of(PlaylistFacts facts, long? size)
    {
        var stated = (facts.Variant?.Codecs ?? "").Split(',', MaxStreams + 1, StringSplitOptions.TrimEntries)
            .Take(MaxStreams)
            .Select(name => Array.Find(Codecs, codec => name.StartsWith(codec.Begin, StringComparison.Ordinal)))
            .Where(codec => codec.Codec is not null)
            .ToList();
        return new MediaDescription
        {
            Container = new ContainerDescription
            {
                FormatName = facts.IsDash ? "dash" : "hls,applehttp",
                FormatLongName = facts.IsDash ? "Dynamic Adaptive Streaming over HTTP" : "Apple HTTP Live Streaming",
                BitRate = PlaylistBitRate.OfPlaylist(facts),
                Size = size,
                StreamCount = stated.Count,
            },
            VideoStreams = [.. stated.Index().Where(stream => stream.Item.IsVideo).Select(stream => new VideoStream
            {
                Index = stream.Index,
                CodecName = stream.Item.Codec,
                Width = facts.Variant?.Width,
                Height = facts.Variant?.Height,
            })],
            AudioStreams = [.. stated.Index().Where(stream => !stream.Item.IsVideo).Select(stream => new AudioStream
            {
                Index = stream.Index, CodecName = stream.Item.Codec,
            })],
        };
    }
}
