namespace MediaInfo.Core.Jobs;

/// <summary>What a job reads beyond the header pass. Each option reads the whole object.</summary>
/// <param name="Digest">Compute the object's MD5 if storage does not keep it.</param>
/// <param name="Packets">Read every packet: counts for all streams, and the network cost of the video.</param>
public sealed record AnalysisExtras(bool Digest, bool Packets)
{
    /// <summary>The header pass only.</summary>
    public static AnalysisExtras None { get; } = new(Digest: false, Packets: false);
}
