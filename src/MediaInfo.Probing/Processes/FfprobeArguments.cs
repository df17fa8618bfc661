namespace MediaInfo.Probing.Processes;

/// <summary>
/// ffprobe's argument lists. A list, unlike a command line, keeps a key from becoming an option or a shell word.
/// </summary>
public static class FfprobeArguments
{
    // Only HTTP through the proxy in the environment: playlists cannot name files or other protocols. HTTP needs TCP, which the
    // object proxy keeps out of playlists. Without "httpproxy", a playlist cannot choose its own proxy. "crypto" decrypts
    // AES-128 segments; what it reads must be of these protocols too.
    private static readonly string[] Common = ["-hide_banner", "-protocol_whitelist", "http,tcp,crypto"];

    /// <summary>
    /// The header pass: containers, streams, programs and chapters as JSON. Keeps warnings, because one of them is data.
    /// </summary>
    public static IReadOnlyList<string> Describe(string url) =>
    [
        "-v", "warning", .. Common,
        "-of", "json=compact=1",
        "-show_format", "-show_streams", "-show_programs", "-show_chapters",
        "-i", url,
    ];

    /// <summary>A header pass for what the packet pass must know of each stream.</summary>
    public static IReadOnlyList<string> ListStreams(string url) =>
    [
        "-v", "error", .. Common,
        "-of", "json=compact=1",
        "-show_entries", "format=format_name:stream=index,codec_type,time_base,start_time:stream_disposition=attached_pic",
        "-i", url,
    ];

    /// <summary>The packet pass: one line per packet of the file.</summary>
    public static IReadOnlyList<string> ListPackets(string url) =>
    [
        "-v", "error", .. Common,
        "-of", "compact=p=0",
        "-show_entries", "packet=stream_index,pts,dts,duration,size,flags",
        "-i", url,
    ];
}
