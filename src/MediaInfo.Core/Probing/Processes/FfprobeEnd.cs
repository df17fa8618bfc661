namespace MediaInfo.Core.Probing.Processes;

/// <summary>The ways a run of ffprobe can end.</summary>
public enum FfprobeEnd
{
    /// <summary>It ended by itself; the exit code tells whether it read the file.</summary>
    Exited,

    /// <summary>A signal ended it: a fault of ffprobe, not a verdict on the file.</summary>
    Crashed,

    /// <summary>It was killed at its time limit.</summary>
    TimedOut,

    /// <summary>It was killed because its report grew over the limit.</summary>
    TooMuchOutput,

    /// <summary>It was killed because its session cannot read on.</summary>
    Stopped,
}
