using System.Runtime.Versioning;
using MediaInfo.TestSupport;

namespace MediaInfo.Probing.Tests.Support;

/// <summary>The real ffprobe in a folder of its own.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class RealFfprobe : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mediainfo-test-").FullName;

    public RealFfprobe(UnixFileMode mode)
    {
        File.Copy(RepositoryTools.Ffprobe, FullPath);
        File.SetUnixFileMode(FullPath, mode);
    }

    public string FullPath => Path.Combine(_folder, "ffprobe");

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
