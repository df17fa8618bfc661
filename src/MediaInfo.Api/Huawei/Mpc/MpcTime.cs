using System.Globalization;

namespace MediaInfo.Api.Huawei.Mpc;

/// <summary>Times in this product's form: yyyyMMddHHmmss in UTC.</summary>
internal static class MpcTime
{
    private const string Form = "yyyyMMddHHmmss";

    /// <summary>Writes a time.</summary>
    public static string Write(DateTimeOffset at) => at.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Parses a time; null if the text is not one.</summary>
    public static DateTimeOffset? Read(string text) =>
        DateTimeOffset.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : null;
}
