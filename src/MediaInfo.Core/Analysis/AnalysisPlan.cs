namespace MediaInfo.Core.Analysis;

/// <summary>What is left to do for a job when a worker takes it up.</summary>
/// <param name="Reads">The object is to be read; false for a job that ended before.</param>
/// <param name="Digest">The MD5 is asked for.</param>
/// <param name="Packets">Packet counts are asked for.</param>
/// <param name="Notifies">The completion message has not been sent.</param>
/// <param name="Held">The job's pipeline is paused: it is scheduled again when that ends.</param>
public sealed record AnalysisPlan(bool Reads, bool Digest, bool Packets, bool Notifies, bool Held = false)
{
    /// <summary>Nothing now: the job waits for its pipeline.</summary>
    public static AnalysisPlan Later { get; } = new(Reads: false, Digest: false, Packets: false, Notifies: false, Held: true);

    /// <summary>Nothing: the job ended and was announced, or is gone.</summary>
    public static AnalysisPlan Nothing { get; } = new(Reads: false, Digest: false, Packets: false, Notifies: false);
}
