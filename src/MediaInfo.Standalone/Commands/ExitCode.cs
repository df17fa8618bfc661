namespace MediaInfo.Standalone.Commands;

/// <summary>What the program's exit codes mean.</summary>
public static class ExitCode
{
    /// <summary>It did what was asked.</summary>
    public const int Ok = 0;

    /// <summary>The command line or a setting is wrong, or something that the program needs is missing.</summary>
    public const int Usage = 1;

    /// <summary>The file was read, and it is not media.</summary>
    public const int NotMedia = 2;

    /// <summary>The file could not be read, or not within the limits of a probe.</summary>
    public const int Unreadable = 3;

    /// <summary>Ctrl-C or SIGTERM ended it.</summary>
    public const int Interrupted = 130;
}
