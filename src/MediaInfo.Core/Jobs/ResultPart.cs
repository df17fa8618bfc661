namespace MediaInfo.Core.Jobs;

/// <summary>The parts of a job's result, each stored once and never overwritten.</summary>
public enum ResultPart
{
    /// <summary>The result of the header pass.</summary>
    Streams,

    /// <summary>Packet counts per stream.</summary>
    Packets,

    /// <summary>The result with everything requested beyond the header pass.</summary>
    Description,
}
