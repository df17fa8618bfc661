using FFMpegCore;

namespace MediaInfo.Probing.Processes;

/// <summary>ffmpeg's argument lists, written with FFMpegCore's builder, which never starts anything here.</summary>
public static class FfmpegArguments
{
    private const string Standard = "-hide_banner -nostats -loglevel warning";

    // As for ffprobe (FfprobeArguments): only HTTP through the proxy, and what decrypts segments.
    private const string Guarded = $"{Standard} -nostdin -protocol_whitelist http,tcp,crypto";

    /// <summary>Reads an object, and writes to standard output.</summary>
    /// <param name="url">The object's address behind the proxy.</param>
    /// <param name="reading">Adds the options of the input, such as where to seek.</param>
    /// <param name="writing">Adds the options of the output: streams, filters, codec and format.</param>
    public static IReadOnlyList<string> Reading(
        string url, Action<FFMpegInputOptions> reading, Action<FFMpegOutputOptions> writing) =>
        Of(url, Guarded, reading, writing);

    /// <summary>Reads standard input, and writes to standard output.</summary>
    /// <param name="reading">Adds the options of the input, such as its format.</param>
    /// <param name="writing">Adds the options of the output: filters, codec and format.</param>
    public static IReadOnlyList<string> Piping(
        Action<FFMpegInputOptions> reading, Action<FFMpegOutputOptions> writing) =>
        Of("pipe:0", $"{Standard} -protocol_whitelist pipe", reading, writing);

    private static IReadOnlyList<string> Of(
        string input, string first, Action<FFMpegInputOptions> reading, Action<FFMpegOutputOptions> writing) =>
        ArgumentLine.Split(FFMpegArguments
            .FromUrlInput(input, options => reading(options.WithCustomArgument(first)))
            .OutputToUrl("pipe:1", writing)
            .Arguments);
}
