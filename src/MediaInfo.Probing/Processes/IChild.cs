namespace MediaInfo.Probing.Processes;

/// <summary>A started child process.</summary>
internal interface IChild : IDisposable
{
    /// <summary>Its process id.</summary>
    int Id { get; }

    /// <summary>Its standard input; disposing it ends the input.</summary>
    Stream Input { get; }

    /// <summary>Its standard output.</summary>
    Stream Output { get; }

    /// <summary>Its standard error.</summary>
    Stream Messages { get; }

    /// <summary>Its exit code, once it has ended; 128 plus the signal's number if a signal ended it.</summary>
    Task<int> ExitCode { get; }

    /// <summary>Kills it and everything it started.</summary>
    void Kill();
}
