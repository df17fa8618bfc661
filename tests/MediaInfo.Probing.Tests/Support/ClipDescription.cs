using System.Text.Encodings.Web;
using System.Text.Json;
using MediaInfo.Core.Media;
using MediaInfo.Core.Media.Rules;
using MediaInfo.TestSupport;

namespace MediaInfo.Probing.Tests.Support;

/// <summary>Describes the clips of tests/media as a job does that counts every packet.</summary>
internal static class ClipDescription
{
    private static readonly MediaJson Readable = new(new JsonSerializerOptions(MediaJson.Default.Options)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>Every clip, by its path below the folder.</summary>
    public static IEnumerable<string> Clips => FilesIn(RepositoryRoot.Combine("tests", "media"))
        .Where(clip => Path.GetExtension(clip) is not (".md" or ".sh" or ".mjs"))
        .Where(clip => !clip.StartsWith("refused", StringComparison.Ordinal));

    /// <summary>The description as JSON.</summary>
    public static async Task<string> OfAsync(FfprobeRig rig, string clip)
    {
        var store = FfprobeRig.Clips();
        var result = await rig.DescribeAsync(store, clip);
        var (counts, _) = await rig.CountAsync(store, clip);
        Assert.Null(result.Failure);
        return JsonSerializer.Serialize(result.Description!.EnrichWithPackets(counts!), Readable.MediaDescription);
    }

    private static IEnumerable<string> FilesIn(string folder) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(folder, path))
        .Order(StringComparer.Ordinal);
}
