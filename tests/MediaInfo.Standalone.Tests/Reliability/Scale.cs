using System.Globalization;

namespace MediaInfo.Standalone.Tests.Reliability;

/// <summary>How long the reliability tests run, and their random seed.</summary>
/// <remarks>MEDIAINFO_FULL=1 runs them at full length. MEDIAINFO_SEED repeats the random choices of an earlier run.</remarks>
public static class Scale
{
    /// <summary>Whether they run at full length.</summary>
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("MEDIAINFO_FULL") is "1";

    /// <summary>The seed of all random choices.</summary>
    public static int Seed { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("MEDIAINFO_SEED"), CultureInfo.InvariantCulture, out var seed)
            ? seed
            : Environment.ProcessId;

    /// <summary>Returns the short or the full value.</summary>
    public static int Of(int brief, int full) => IsFull ? full : brief;
}
