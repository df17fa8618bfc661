using System.Globalization;

namespace MediaInfo.Standalone.Tests.Reliability;

/// <summary>How long the tests of reliability run, and by which chance.</summary>
/// <remarks>MEDIAINFO_FULL=1 runs them at full length; MEDIAINFO_SEED repeats the choices of an earlier run.</remarks>
public static class Scale
{
    /// <summary>Whether they run at full length.</summary>
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("MEDIAINFO_FULL") is "1";

    /// <summary>The seed of all choices.</summary>
    public static int Seed { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("MEDIAINFO_SEED"), CultureInfo.InvariantCulture, out var seed)
            ? seed
            : Environment.ProcessId;

    /// <summary>The one number or the other.</summary>
    public static int Of(int brief, int full) => IsFull ? full : brief;
}
