namespace MediaInfo.Core.Callbacks;

/// <summary>A callback target did not respond: it can't be reached, or it hangs.</summary>
public sealed class NoAnswerException : IOException
{
    /// <summary>Creates the exception.</summary>
    public NoAnswerException()
    {
    }

    /// <summary>Creates the exception.</summary>
    public NoAnswerException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    public NoAnswerException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
