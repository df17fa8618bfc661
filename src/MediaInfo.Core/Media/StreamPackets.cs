namespace MediaInfo.Core.Media;

/// <summary>The result of reading every packet of a stream.</summary>
/// <param name="Index">The stream's index in the file, from 0.</param>
/// <param name="Count">The number of packets.</param>
/// <param name="NetworkCost">The network cost; null unless the stream is video with usable timestamps.</param>
public sealed record StreamPackets(int Index, long Count, NetworkCost? NetworkCost = null)
{
    /// <summary>The sum of the packets' sizes in bytes; null if not kept.</summary>
    public long? Bytes { get; init; }

    /// <summary>The time of the first packet in seconds, 6 decimals; null if no packet has a time.</summary>
    public decimal? Start { get; init; }

    /// <summary>From the first packet to the end of the last in seconds, 6 decimals; null if no packet has a time.</summary>
    public decimal? Span { get; init; }

    /// <summary>
    /// Like <see cref="Span"/>, but where the time goes back, or ahead by more than ten seconds, the packet's own duration
    /// counts.
    /// </summary>
    public decimal? Played { get; init; }

    /// <summary>How often the time goes back.</summary>
    public int StepsBack { get; init; }

    /// <summary>How often the time goes ahead by more than ten seconds and by more than the packet's duration.</summary>
    public int StepsAhead { get; init; }

    /// <summary>The average number of packets per second; null if unknown.</summary>
    public Rational? Rate { get; init; }

    /// <summary>Whether packets are shown at different distances from each other; null if unknown.</summary>
    public bool? Varies { get; init; }
}
