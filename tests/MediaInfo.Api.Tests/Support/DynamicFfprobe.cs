namespace MediaInfo.Api.Tests.Support;

/// <summary>An ffprobe of the distribution, which loads its libraries at its start. A machine may have none.</summary>
internal static class DynamicFfprobe
{
    /// <summary>Where it would be.</summary>
    public const string FullPath = "/usr/bin/ffprobe";

    /// <summary>Whether it is there.</summary>
    public static bool Exists => File.Exists(FullPath);
}
