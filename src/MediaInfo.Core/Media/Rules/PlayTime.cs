namespace MediaInfo.Core.Media.Rules;

/// <summary>How long streams play, and what follows from it.</summary>
public static class PlayTime
{
    private const decimal BitsPerByte = 8;

    /// <summary>Whether the packets' clock jumps, as only that of a transport or program stream may.</summary>
    internal static bool HasJumps(StreamPackets packets, MediaDescription media) =>
        packets.StepsBack + packets.StepsAhead > 0 && media.Container.FormatName is "mpegts" or "mpeg";

    /// <summary>A stream's duration in seconds; null if its packets have none.</summary>
    internal static decimal? Of(StreamPackets? packets, MediaDescription media) =>
        packets is null ? null
        : (HasJumps(packets, media) || packets.Span is not > 0 ? packets.Played : packets.Span) is > 0 and var duration ? duration
        : null;

    /// <summary>
    /// The file's duration in seconds: from its first packet to the end of its last, or that of its longest stream if a clock
    /// jumps. Null if unknown.
    /// </summary>
    internal static decimal? OfWhole(PacketCounts counts, MediaDescription media)
    {
        var moving = media.VideoStreams.Where(stream => !stream.IsAttachedPicture).Concat<MediaStream>(media.AudioStreams)
            .Select(stream => counts.Find(stream.Index)).OfType<StreamPackets>().Where(packets => Of(packets, media) is not null)
            .ToList();
        return moving.Count == 0 ? null
            : moving.Exists(packets => HasJumps(packets, media)) || moving.Exists(packets => packets.Start is null)
                ? moving.Max(packets => Of(packets, media))
                : moving.Max(packets => packets.Start + Of(packets, media)) - moving.Min(packets => packets.Start);
    }

    /// <summary>A file whose streams all have another duration.</summary>
    public static MediaDescription WithDuration(MediaDescription media, decimal duration) =>
        media.WithStreams(stream => stream is VideoStream or AudioStream ? stream with { Duration = duration } : stream) with
        {
            Container = WithDuration(media.Container, duration),
        };

    /// <summary>A container with another duration, and the bit rate that follows from it.</summary>
    public static ContainerDescription WithDuration(ContainerDescription container, decimal duration) => container with
    {
        Duration = duration,
        BitRate = container is { FormatName: not ("hls,applehttp" or "dash"), Size: { } size }
            ? (long)Math.Min(size * BitsPerByte / duration, long.MaxValue)
            : container.BitRate,
    };
}
