using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport;

namespace MediaInfo.Probing.Tests.Recognition;

/// <summary>Every ffmpeg at hand: npm's of 2018, those of other releases of the distribution, and the one on PATH.</summary>
internal static class FfmpegData
{
    public static TheoryData<string> All { get; } =
    [
        .. (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "ffmpeg"))
            .Where(File.Exists)
            .Take(1)
            .Concat(OtherTools.Releases.Select(OtherTools.Ffmpeg))
            .Prepend(RepositoryTools.Ffmpeg)
            .Distinct(StringComparer.Ordinal),
    ];
}
