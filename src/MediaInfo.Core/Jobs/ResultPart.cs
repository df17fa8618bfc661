namespace MediaInfo.Core.Jobs;

/// <summary>The parts of a job's result, each stored once and never overwritten.</summary>
public enum ResultPart
{
    /// <summary>The result of the header pass.</summary>
    Streams,

    /// <summary>Packet counts by stream.</summary>
    Packets,

    /// <summary>The result with everything that was asked for beyond the header pass.</summary>
    Description,
}
