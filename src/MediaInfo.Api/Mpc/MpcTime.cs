using System.Globalization;

namespace MediaInfo.Api.Mpc;

/// <summary>Times as this product writes them: yyyyMMddHHmmss in UTC.</summary>
internal static class MpcTime
{
    private const string Form = "yyyyMMddHHmmss";

    /// <summary>Writes a time.</summary>
    public static string Write(DateTimeOffset at) => at.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Reads a time; null when it is none.</summary>
    public static DateTimeOffset? Read(string text) =>
        DateTimeOffset.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
