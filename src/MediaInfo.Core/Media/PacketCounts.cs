namespace MediaInfo.Core.Media;

/// <summary>What reading every packet of a file found.</summary>
/// <param name="Streams">One entry for each stream that was read.</param>
public sealed record PacketCounts(IReadOnlyList<StreamPackets> Streams)
{
    /// <summary>The version of the object that was read; null when it was not kept.</summary>
    public string? ETag { get; init; }

    /// <summary>Packets of the stream; null when none were counted.</summary>
    public long? CountOf(int index) => Find(index)?.Count is > 0 and var count ? count : null;

    /// <summary>The stream's network cost; null when unknown.</summary>
    public NetworkCost? CostOf(int index) => Find(index)?.NetworkCost;

    private StreamPackets? Find(int index) => Streams.FirstOrDefault(stream => stream.Index == index);
}
