using System.Globalization;

namespace MediaInfo.Api.Reports;

/// <summary>How our own actions write values.</summary>
internal static class OwnText
{
    /// <summary>A time: ISO 8601, UTC, with milliseconds.</summary>
    public static string Time(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
