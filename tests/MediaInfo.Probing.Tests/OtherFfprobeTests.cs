using System.Text.Encodings.Web;
using System.Text.Json;
using MediaInfo.Probing.Tests.Support;
using MediaInfo.TestSupport;

namespace MediaInfo.Probing.Tests;

/// <summary>
/// Other versions of ffprobe describe every clip like the one that ships, but for the differences in Golden/Versions.
/// </summary>
[Trait("Platform", "Linux")]
public sealed class OtherFfprobeTests
{
    // They follow from ffprobe's values.
    private const string Corrections = "$.corrections";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static TheoryData<string> Releases => [.. OtherTools.Releases];

    [OtherToolsTheory]
    [MemberData(nameof(Releases))]
    public async Task Every_clip_is_described_alike_but_for_known_differences(string release)
    {
        await using var main = new FfprobeRig();
        await using var other = FfprobeRig.Of(OtherTools.Ffprobe(release));
        await main.InitializeAsync();
        await other.InitializeAsync();
        var differences = new SortedDictionary<string, SortedDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var clip in ClipDescription.Clips)
        {
            var found = JsonDifferences.Between(
                await ClipDescription.OfAsync(main, clip), await ClipDescription.OfAsync(other, clip));
            var ours = found.Where(difference => !difference.Key.StartsWith(Corrections, StringComparison.Ordinal));
            if (ours.Any())
            {
                differences[clip] = new SortedDictionary<string, string>(ours.ToDictionary(), StringComparer.Ordinal);
            }
        }

        GoldenFile.Matches(JsonSerializer.Serialize(differences, Readable), "Versions", release);
    }
}
