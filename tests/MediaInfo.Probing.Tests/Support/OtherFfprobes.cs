using MediaInfo.TestSupport;

namespace MediaInfo.Probing.Tests.Support;

/// <summary>
/// The ffprobe of other releases of the machine's distribution, which eng/ffprobes.sh gets. They are dynamically linked.
/// </summary>
internal static class OtherFfprobes
{
    private static readonly string Folder = RepositoryRoot.Combine("artifacts", "ffprobe");

    /// <summary>The names of those releases.</summary>
    public static IReadOnlyList<string> Releases { get; } = Directory.Exists(Folder)
        ? [.. Directory.EnumerateDirectories(Folder).Select(Path.GetFileName).OfType<string>().Where(Exists).Order()]
        : [];

    /// <summary>Why there are none to test with; null if there are some.</summary>
    public static string? Lacking => Releases.Count == 0 ? "eng/ffprobes.sh has not run here" : null;

    /// <summary>The path of one.</summary>
    public static string PathOf(string release) => Path.Combine(Folder, release, "ffprobe");

    private static bool Exists(string release) => File.Exists(PathOf(release));
}
