using MediaInfo.TestSupport;

namespace MediaInfo.Probing.Tests.Support;

/// <summary>
/// The ffprobe and ffmpeg of other releases of the machine's distribution, which eng/tools.sh gets. They are dynamically linked.
/// </summary>
internal static class OtherTools
{
    private static readonly string Folder = RepositoryRoot.Combine("artifacts", "tools");

    /// <summary>The names of those releases.</summary>
    public static IReadOnlyList<string> Releases { get; } = Directory.Exists(Folder)
        ? [.. Directory.EnumerateDirectories(Folder).Select(Path.GetFileName).OfType<string>().Where(Exists).Order()]
        : [];

    /// <summary>Why there are none to test with; null if there are some.</summary>
    public static string? Lacking => Releases.Count == 0 ? "eng/tools.sh has not run here" : null;

    /// <summary>The path of one's ffmpeg.</summary>
    public static string Ffmpeg(string release) => Path.Combine(Folder, release, "ffmpeg");

    /// <summary>The path of one's ffprobe.</summary>
    public static string Ffprobe(string release) => Path.Combine(Folder, release, "ffprobe");

    private static bool Exists(string release) => File.Exists(Ffprobe(release)) && File.Exists(Ffmpeg(release));
}
