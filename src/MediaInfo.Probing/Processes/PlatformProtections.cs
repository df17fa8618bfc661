namespace MediaInfo.Probing.Processes;

/// <summary>What protects this service from ffprobe and hostile media, and only exists on Linux.</summary>
public static class PlatformProtections
{
    /// <summary>The protections that the system lacks, as part of a sentence; null if it has them all.</summary>
    /// <param name="isLinux">Whether the system is Linux.</param>
    public static string? Lacking(bool isLinux) => isLinux
        ? null
        : "no sandbox for ffprobe, no kernel limit on its memory and processor time, no guard that ends it when this process is "
            + "killed, and no check of who may change its file";
}
