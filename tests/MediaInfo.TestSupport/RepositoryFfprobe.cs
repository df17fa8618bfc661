using System.Runtime.InteropServices;

namespace MediaInfo.TestSupport;

/// <summary>The real ffprobe that the tests use: that of npm's package for this machine, or else the first on PATH.</summary>
public static class RepositoryFfprobe
{
    private static readonly string Name = OperatingSystem.IsWindows() ? "ffprobe.exe" : "ffprobe";

    /// <summary>Its full path. If there is none, the place where npm would put it.</summary>
    public static string FullPath { get; } = Find();

    private static string Find()
    {
        var system = OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var processor = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x64";
        var package = RepositoryRoot.Combine("node_modules", "@ffprobe-installer", $"{system}-{processor}", Name);
        var path = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        return path.Select(folder => Path.Combine(folder, Name)).Prepend(package).FirstOrDefault(File.Exists) ?? package;
    }
}
