namespace MediaInfo.Core.Probing.Processes;

/// <summary>A started child.</summary>
internal interface IChild : IDisposable
{
    /// <summary>Its process id.</summary>
    int Id { get; }

    /// <summary>What it writes to its standard output.</summary>
    Stream Output { get; }

    /// <summary>What it writes to its standard error.</summary>
    Stream Messages { get; }

    /// <summary>Its exit code, once it has ended; 128 and the signal's number where one ended it.</summary>
    Task<int> ExitCode { get; }

    /// <summary>Kills it with all that it started.</summary>
    void Kill();
}
