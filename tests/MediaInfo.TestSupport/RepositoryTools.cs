using System.Runtime.InteropServices;

namespace MediaInfo.TestSupport;

/// <summary>
/// The real ffprobe and ffmpeg that the tests use: those of npm's packages for this machine, or else the first on PATH.
/// </summary>
public static class RepositoryTools
{
    /// <summary>ffprobe's full path. If there is none, the place where npm would put it.</summary>
    public static string Ffprobe { get; } = Find("ffprobe");

    /// <summary>ffmpeg's full path. If there is none, the place where npm would put it.</summary>
    public static string Ffmpeg { get; } = Find("ffmpeg");

    private static string Find(string tool)
    {
        var name = OperatingSystem.IsWindows() ? $"{tool}.exe" : tool;
        var system = OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var processor = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x64";
        var package = RepositoryRoot.Combine("node_modules", $"@{tool}-installer", $"{system}-{processor}", name);
        var path = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        return path.Select(folder => Path.Combine(folder, name)).Prepend(package).FirstOrDefault(File.Exists) ?? package;
    }
}
