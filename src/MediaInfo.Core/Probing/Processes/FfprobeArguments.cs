namespace MediaInfo.Core.Probing.Processes;

/// <summary>ffprobe's argument lists. Lists, never a command line: no key can become an option or a shell's word.</summary>
public static class FfprobeArguments
{
    // Nothing but HTTP, and that only to the proxy of the environment: playlists cannot name files or other protocols. TCP is what
    // HTTP is made of; the object proxy keeps it out of playlists. Not "httpproxy", which would be a proxy of a playlist's own.
    private static readonly string[] Common = ["-hide_banner", "-protocol_whitelist", "http,tcp"];

    /// <summary>The header pass: containers, streams, programs and chapters as JSON. Warnings are kept, one of them is data.</summary>
    public static IReadOnlyList<string> Describe(string url) =>
    [
        "-v", "warning", .. Common,
        "-of", "json=compact=1",
        "-show_format", "-show_streams", "-show_programs", "-show_chapters",
        "-i", url,
    ];

    /// <summary>A header pass of what the packet pass has to know of each stream.</summary>
    public static IReadOnlyList<string> ListStreams(string url) =>
    [
        "-v", "error", .. Common,
        "-of", "json=compact=1",
        "-show_entries", "stream=index,codec_type,time_base:stream_disposition=attached_pic",
        "-i", url,
    ];

    /// <summary>The packet pass: every packet of the file as a line.</summary>
    public static IReadOnlyList<string> ListPackets(string url) =>
    [
        "-v", "error", .. Common,
        "-of", "compact=p=0",
        "-show_entries", "packet=stream_index,pts,dts,duration,size",
        "-i", url,
    ];
}
