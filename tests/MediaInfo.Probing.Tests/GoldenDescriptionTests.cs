using System.Text.Encodings.Web;
using System.Text.Json;
using MediaInfo.Core.Media;
using MediaInfo.Core.Media.Rules;
using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport;

namespace MediaInfo.Probing.Tests;

/// <summary>
/// The full description of every clip in tests/media. ffprobe reads it through the proxy, and every packet is counted.
/// </summary>
[Trait("Platform", "Linux")]
public sealed class GoldenDescriptionTests(FfprobeRig rig) : IClassFixture<FfprobeRig>
{
    private static readonly MediaJson Readable = new(new JsonSerializerOptions(MediaJson.Default.Options)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static TheoryData<string> Clips =>
    [
        .. FilesIn(RepositoryRoot.Combine("tests", "media"))
            .Where(clip => Path.GetExtension(clip) is not (".md" or ".sh" or ".mjs"))
            .Where(clip => !clip.StartsWith("refused", StringComparison.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(Clips))]
    public async Task Description_of_a_clip(string clip)
    {
        var store = FfprobeRig.Clips();

        var result = await rig.DescribeAsync(store, clip);
        var (counts, _) = await rig.CountAsync(store, clip);

        Assert.Null(result.Failure);
        var description = result.Description!.EnrichWithPackets(counts!);
        GoldenFile.Matches(
            JsonSerializer.Serialize(description, Readable.MediaDescription), "Descriptions", clip.Replace('/', '-'));
    }

    private static IEnumerable<string> FilesIn(string folder) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(folder, path))
        .Order(StringComparer.Ordinal);
}
