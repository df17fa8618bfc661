namespace MediaInfo.Probing.Processes;

/// <summary>No working binary of a tool was found on this machine. The message lists what was tried.</summary>
public sealed class ToolMissingException : IOException
{
    /// <summary>Creates the exception.</summary>
    public ToolMissingException()
    {
    }

    /// <summary>Creates the exception.</summary>
    public ToolMissingException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    public ToolMissingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
