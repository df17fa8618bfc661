namespace MediaInfo.Probing.Tests.Support;

/// <summary>The distribution's ffprobe, which is dynamically linked. Not every machine has it.</summary>
internal static class DynamicFfprobe
{
    /// <summary>Its expected path.</summary>
    public const string FullPath = "/usr/bin/ffprobe";

    /// <summary>Whether this machine has it.</summary>
    public static bool Exists => File.Exists(FullPath);
}
