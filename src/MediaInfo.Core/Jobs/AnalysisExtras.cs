namespace MediaInfo.Core.Jobs;

/// <summary>What a job reads beyond the header pass. Both cost a read of the whole object.</summary>
/// <param name="Digest">Compute the object's MD5 where storage does not keep it.</param>
/// <param name="Packets">Read every packet: counts for all streams, and the network cost of the picture.</param>
public sealed record AnalysisExtras(bool Digest, bool Packets)
{
    /// <summary>The header pass alone.</summary>
    public static AnalysisExtras None { get; } = new(Digest: false, Packets: false);
}
