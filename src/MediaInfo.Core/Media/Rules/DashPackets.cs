namespace MediaInfo.Core.Media.Rules;

/// <summary>
/// Tells whether FFmpeg counted all packets of a DASH presentation. It reads the longest period alone, and gives all packets of
/// a representation with picture and sound to its first stream.
/// </summary>
internal static class DashPackets
{
    private const decimal WholeShare = 0.9m;

    /// <summary>Whether the packets are those of all streams and periods; true of other formats.</summary>
    internal static bool AreWhole(MediaDescription media, PacketCounts packets) =>
        media.Container is not { FormatName: "dash", Live: not true }
        || (media.VideoStreams.Concat<MediaStream>(media.AudioStreams).All(stream => packets.CountOf(stream.Index) is not null)
            && PlayTime.OfWhole(packets, media) >= (media.Container.Duration ?? 0) * WholeShare);
}
