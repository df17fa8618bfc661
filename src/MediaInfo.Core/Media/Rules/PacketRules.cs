namespace MediaInfo.Core.Media.Rules;

/// <summary>What is learned from reading every packet.</summary>
public static class PacketRules
{
    /// <summary>The rules in the order in which they apply.</summary>
    public static RuleBook<PacketCounts> All { get; } = new(
        new CountedFrames(),
        new CountedDuration(),
        new MeasuredDuration(),
        new MeasuredBitRate(),
        new MeasuredFrameRate());

    /// <summary>
    /// Returns the description with what the packets tell: what ffprobe has not, and corrections.
    /// </summary>
    public static MediaDescription EnrichWithPackets(this MediaDescription media, PacketCounts packets) =>
        !DashPackets.AreWhole(media, packets) ? media : All.Apply(
        media with
        {
            VideoStreams =
            [
                .. media.VideoStreams.Select(
                    stream => stream with
                    {
                        NetworkCost = stream.NetworkCost ?? packets.CostOf(stream.Index),
                        VariableFrameRate = stream.VariableFrameRate ?? packets.Find(stream.Index)?.Varies,
                    }),
            ],
        },
        packets);
}
