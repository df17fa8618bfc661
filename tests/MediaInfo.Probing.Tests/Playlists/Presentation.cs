using System.Text;

namespace MediaInfo.Probing.Tests.Playlists;

/// <summary>A playlist or manifest with its files, and what is known of it.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="Streams">The codecs, such as "h264 aac".</param>
/// <param name="Duration">Seconds; null if it is live.</param>
public sealed record Presentation(string Name, string Streams, decimal? Duration)
{
    private readonly Dictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    /// <summary>The key of the playlist or manifest.</summary>
    public string Entry { get; private init; } = "";

    /// <summary>How it is encrypted; null if it is not.</summary>
    public string? Encryption { get; init; }

    /// <summary>Whether an ordinary ffprobe fails, or waits for the next segment of a broadcast until it is killed.</summary>
    public bool IsMisread { get; init; }

    /// <summary>How many packets its segments have; null if they are not counted.</summary>
    public int? Packets { get; init; }

    /// <summary>Every file by its key.</summary>
    public IReadOnlyDictionary<string, byte[]> Files => _files;

    /// <summary>An HLS presentation.</summary>
    public static Presentation Hls(string name, string streams, decimal? duration, params string[] lines) =>
        New(name, streams, duration, "dir/index.m3u8", Lines(lines, duration is not null));

    /// <summary>An HLS presentation with a master playlist.</summary>
    public static Presentation Master(string name, string streams, decimal? duration, params string[] lines) =>
        New(name, streams, duration, "dir/index.m3u8", string.Join('\n', ["#EXTM3U", .. lines, ""]));

    /// <summary>A static DASH presentation.</summary>
    public static Presentation Dash(string name, string streams, decimal? duration, string inside) =>
        New(name, streams, duration, "dir/index.mpd", Text("static", "mediaPresentationDuration=\"PT4S\"", inside));

    /// <summary>A DASH presentation of another kind.</summary>
    public static Presentation Dash(string name, string streams, decimal? duration, string type, string more, string inside) =>
        New(name, streams, duration, "dir/index.mpd", Text(type, more, inside));

    /// <summary>A DASH presentation by its whole manifest.</summary>
    public static Presentation Manifest(string name, string streams, decimal? duration, string text) =>
        New(name, streams, duration, "dir/index.mpd", text);

    /// <summary>The same with another file.</summary>
    public Presentation With(string key, byte[] content)
    {
        _files[key] = content;
        return this;
    }

    /// <summary>The same with another playlist.</summary>
    public Presentation With(string key, params string[] lines) => With(key, Encoding.UTF8.GetBytes(Lines(lines, true)));

    /// <inheritdoc />
    public override string ToString() => Name;

    private static Presentation New(string name, string streams, decimal? duration, string key, string text) =>
        new Presentation(name, streams, duration) { Entry = key }.With(key, Encoding.UTF8.GetBytes(text));

    private static string Lines(IEnumerable<string> lines, bool ends) =>
        string.Join('\n', ["#EXTM3U", "#EXT-X-VERSION:7", "#EXT-X-TARGETDURATION:4", .. lines, ends ? "#EXT-X-ENDLIST" : "", ""]);

    private static string Text(string type, string more, string inside) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="{type}" {more} minBufferTime="PT2S"
          profiles="urn:mpeg:dash:profile:isoff-on-demand:2011">
        {inside}
        </MPD>
        """;
}
