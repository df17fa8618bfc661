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

    /// <summary>The pictures that were made.</summary>
    Frames,

    /// <summary>The chapters that were found.</summary>
    Chapters,

    /// <summary>The text that was read in frames.</summary>
    Text,

    /// <summary>The speech that was recognised.</summary>
    Speech,

    /// <summary>What a recogniser of the operator's own found.</summary>
    External,

    /// <summary>Bit rates over time.</summary>
    BitRates,
}
