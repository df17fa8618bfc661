namespace MediaInfo.Probing.Packets;

/// <summary>What the clocks of a file's streams share, all in microseconds.</summary>
/// <param name="jumps">
/// Whether the file's times may leap without a gap in what is played, as those of joined transport streams do.
/// </param>
internal sealed class FileClock(bool jumps)
{
    /// <summary>A second.</summary>
    internal const long Second = 1_000_000;

    /// <summary>How far ahead of its stream and of the file a packet is believed without a second one.</summary>
    internal const long MaxAhead = 10 * Second;

    /// <summary>The longest gap, and the longest duration of a packet: what FFmpeg takes too (dts_error_threshold).</summary>
    internal const long MaxGap = 30 * 3600 * Second;

    /// <summary>Whether the file's times may leap without a gap in what is played.</summary>
    internal bool Jumps => jumps;

    /// <summary>The place of the packet that was last believed, whatever its stream.</summary>
    internal long Now { get; set; }

    /// <summary>What the newest jump adds to times. Streams that jump with it stay in step.</summary>
    internal long Shift { get; set; }
}
