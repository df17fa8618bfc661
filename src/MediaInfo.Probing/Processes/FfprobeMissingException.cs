namespace MediaInfo.Probing.Processes;

/// <summary>No working ffprobe was found on this machine. The message lists what was tried.</summary>
public sealed class FfprobeMissingException : IOException
{
    /// <summary>Creates the exception.</summary>
    public FfprobeMissingException()
    {
    }

    /// <summary>Creates the exception.</summary>
    public FfprobeMissingException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    public FfprobeMissingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
