namespace MediaInfo.Core.Probing.Processes.Sandbox;

/// <summary>Whether children that read media are confined by the kernel.</summary>
public enum SandboxUse
{
    /// <summary>As far as the kernel can; what it lacks is told by the health check and once in the log.</summary>
    WherePossible,

    /// <summary>Wholly, or the service does not start.</summary>
    Required,

    /// <summary>Not at all: for a stand-in that starts other programs, such as a script around ffprobe.</summary>
    Off,
}
