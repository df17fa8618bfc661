namespace MediaInfo.Probing.Processes;

/// <summary>How a run of a tool can end.</summary>
public enum ToolEnd
{
    /// <summary>It exited by itself; the exit code says whether it read the file.</summary>
    Exited,

    /// <summary>A signal ended it: a failure of the tool, not a verdict on the file.</summary>
    Crashed,

    /// <summary>It was killed at its time limit.</summary>
    TimedOut,

    /// <summary>It was killed because its report exceeded the limit.</summary>
    TooMuchOutput,

    /// <summary>It was killed because its session cannot continue reading.</summary>
    Stopped,
}
