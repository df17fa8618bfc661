namespace MediaInfo.Probing.Reading;

/// <summary>Adds positions in an object, which a client may choose as large as the type allows.</summary>
internal static class SaturatingSum
{
    /// <summary>The sum of two non-negative numbers, capped at the largest number.</summary>
    public static long Of(long a, long b) => a > long.MaxValue - b ? long.MaxValue : a + b;
}
