using MediaInfo.Core.Media;
using MediaInfo.Probing.Descriptions;
using MediaInfo.Probing.Headers;
using MediaInfo.Probing.Output;

namespace MediaInfo.TestSupport.Descriptions;

/// <summary>The saved reports in Descriptions/Ffprobe, each named after its clip.</summary>
public static class FfprobeFixture
{
    private static readonly string Folder = RepositoryRoot.Combine("tests", "MediaInfo.TestSupport", "Descriptions", "Ffprobe");

    public static TheoryData<string> Clips =>
    [
        .. Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal)
            .Select(path => Path.GetFileNameWithoutExtension(path)),
    ];

    public static FfprobeReport Report(string clip)
    {
        var report = FfprobeReport.Parse(File.ReadAllBytes(Path.Combine(Folder, clip + ".json")));
        Assert.NotNull(report);
        return report;
    }

    public static string StandardError(string clip)
    {
        var path = Path.Combine(Folder, clip + ".stderr.txt");
        return File.Exists(path) ? File.ReadAllText(path) : "";
    }

    public static MediaDescription Describe(string clip, PlaylistFacts? playlist = null) => MediaDescriptionBuilder.Build(
        new RuleFacts(
            Report(clip), FfprobeWarnings.SayDurationIsInaccurate(StandardError(clip)), playlist, new HeaderFacts()),
        objectSize: null);
}
