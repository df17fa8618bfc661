using System.Globalization;

namespace MediaInfo.Api.Alibaba.Mns;

/// <summary>Reads whole numbers of callers.</summary>
public static class MnsNumber
{
    /// <summary>The number; null for any text that is none, or outside the bounds.</summary>
    public static long? Read(string text, long low, long high) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high
            ? number
            : null;
}
