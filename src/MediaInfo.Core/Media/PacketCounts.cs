using System.Text.Json.Serialization;

namespace MediaInfo.Core.Media;

/// <summary>The result of reading every packet of a file.</summary>
/// <param name="Streams">One entry per stream that was read.</param>
public sealed record PacketCounts(IReadOnlyList<StreamPackets> Streams)
{
    /// <summary>The ETag of the object version that was read; null if not kept.</summary>
    public string? ETag { get; init; }

    /// <summary>The bit rates over time, which are stored as a part of their own; null if not kept.</summary>
    [JsonIgnore]
    public BitRateProfile? BitRates { get; init; }

    /// <summary>The number of packets in the stream; null if none were counted.</summary>
    public long? CountOf(int index) => Find(index)?.Count is > 0 and var count ? count : null;

    /// <summary>The stream's network cost; null if unknown.</summary>
    public NetworkCost? CostOf(int index) => Find(index)?.NetworkCost;

    /// <summary>The packets of a stream; null if none were counted.</summary>
    public StreamPackets? Find(int index) => Streams.FirstOrDefault(stream => stream.Index == index);
}
