namespace MediaInfo.Core.Probing;

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

    /// <summary>The packet pass: every packet is read and counted by stream.</summary>
    public static IReadOnlyList<string> CountPackets(string url) =>
    [
        "-v", "warning", .. Common,
        "-of", "json=compact=1",
        "-count_packets", "-show_entries", "stream=index,nb_read_packets",
        "-i", url,
    ];
}
