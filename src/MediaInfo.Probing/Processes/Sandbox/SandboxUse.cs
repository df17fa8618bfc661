namespace MediaInfo.Probing.Processes.Sandbox;

/// <summary>Whether the kernel confines children that read media.</summary>
public enum SandboxUse
{
    /// <summary>As far as the kernel can; the health check and one log line report what it lacks.</summary>
    WherePossible,

    /// <summary>Fully, or the service does not start.</summary>
    Required,

    /// <summary>Not at all: for a replacement that starts other programs, such as a script around ffprobe.</summary>
    Off,
}
