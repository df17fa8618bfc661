namespace MediaInfo.Core.Probing.Output;

/// <summary>What ffprobe says on its standard error output at the log level "warning".</summary>
public static class FfprobeWarnings
{
    /// <summary>Whether it estimated the duration from the bit rate and the size: raw audio without an index, mostly.</summary>
    public static bool SayDurationIsInaccurate(string standardError) => standardError.Contains(
        "Estimating duration from bitrate, this may be inaccurate", StringComparison.Ordinal);
}
