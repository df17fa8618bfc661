namespace MediaInfo.Probing.Output;

/// <summary>ffprobe's messages on standard error at log level "warning".</summary>
public static class FfprobeWarnings
{
    /// <summary>Whether it estimated the duration from bit rate and size, mostly for raw audio without an index.</summary>
    public static bool SayDurationIsInaccurate(string standardError) => standardError.Contains(
        "Estimating duration from bitrate, this may be inaccurate", StringComparison.Ordinal);
}
