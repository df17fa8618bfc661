using System.Reflection;
using System.Text;
using MediaInfo.Core.Objects;
using MediaInfo.Probing;
using MediaInfo.Probing.Playlists;
using MediaInfo.Probing.Reading;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Api.Tests.Growth;

/// <summary>A playlist or manifest whose segments are looked up.</summary>
internal static class PlaylistInput
{
    // As long as a key can be, and with characters that are escaped in the playlist's own URL.
    private static readonly ObjectRef Playlist = new("example-bucket", $"%20{new string('d', 900)}/index.mpd");

    private static readonly MethodInfo Served = Internal("MediaInfo.Probing.Playlists.ServedManifest", "Of");
    private static readonly MethodInfo AddressesIn = Internal("MediaInfo.Probing.Playlists.DashAddresses", "In");

    /// <summary>A case for playlists. A few lines can expand to a thousand URLs, each as long as the playlist's own.</summary>
    public static GrowthCase New(string name, int largest, Func<int, string> text) =>
        new(name, largest, size => Of(text(size))) { StepsPerCall = 4_000_000, BytesPerCall = 64 << 20 };

    // The only object in its bucket.
    private static GrowthInput Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var store = new InMemoryObjectStore();
        store.Put(Playlist, bytes);
        var urls = new ObjectUrl(new ObjectOptions { Locations = ["oss-cn-hangzhou"] });
        var sizer = new PlaylistReader(urls);
        return new GrowthInput(bytes.Length, async () =>
        {
            using var session = JobReading.Session(Playlist, store, new ProbeBudget(MaxRequests: 50, MaxBytes: long.MaxValue));
            await sizer.ReadAsync(session, CancellationToken.None);
            Served.Invoke(obj: null, [text, AddressesIn.Invoke(obj: null, [Playlist, urls]), CancellationToken.None]);
        });
    }

    /// <summary>A static method of the product that only it sees.</summary>
    public static MethodInfo Internal(string type, string method) => typeof(ProbeSession).Assembly
        .GetType(type, throwOnError: true)!
        .GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!;

    /// <summary>Repeats a text up to the given number of characters.</summary>
    public static string Repeat(string text, int size) => new StringBuilder(size).Insert(0, text, size / text.Length).ToString();

    /// <summary>Puts the content in the place of each "§". JSON has too many braces for an interpolated string.</summary>
    public static string In(string frame, string content) => frame.Replace("§", content, StringComparison.Ordinal);

    /// <summary>Joins numbered texts up to the given number of characters.</summary>
    public static string Number(int size, Func<int, string> text)
    {
        var whole = new StringBuilder(size);
        for (var number = 0; whole.Length < size; number++)
        {
            whole.Append(text(number));
        }

        return whole.ToString();
    }
}
