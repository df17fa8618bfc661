namespace MediaInfo.Core.Jobs;

/// <summary>The parts of a job's result, each stored once and never overwritten.</summary>
public enum ResultPart
{
    /// <summary>The description after the header pass.</summary>
    Streams,

    /// <summary>Packet counts by stream.</summary>
    Packets,

    /// <summary>The description with everything that was asked for beyond the header pass.</summary>
    Description,

    /// <summary>ffprobe's own JSON.</summary>
    Ffprobe,
}
