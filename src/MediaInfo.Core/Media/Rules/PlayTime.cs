namespace MediaInfo.Core.Media.Rules;

/// <summary>How long packets play.</summary>
internal static class PlayTime
{
    private const decimal BitsPerByte = 8;

    /// <summary>Whether the packets' clock jumps. Only in transport and program streams may it jump ahead.</summary>
    internal static bool HasJumps(StreamPackets packets, MediaDescription media) =>
        packets.StepsBack > 0 || (packets.StepsAhead > 0 && media.Container.FormatName is "mpegts" or "mpeg");

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

    /// <summary>A container with another duration, and the bit rate that follows from it.</summary>
    internal static ContainerDescription WithDuration(ContainerDescription container, decimal duration) => container with
    {
        Duration = duration,
        BitRate = container is { FormatName: not ("hls,applehttp" or "dash"), Size: { } size }
            ? (long)Math.Min(size * BitsPerByte / duration, long.MaxValue)
            : container.BitRate,
    };
}
