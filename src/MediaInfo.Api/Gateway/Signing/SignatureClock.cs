using System.Globalization;

namespace MediaInfo.Api.Gateway.Signing;

/// <summary>Checks the time at which a request was signed.</summary>
public sealed class SignatureClock(TimeProvider time)
{
    private const string Compact = "yyyyMMdd'T'HHmmss'Z'";

    // The vendor's own samples also omit the leading zeros of month and day.
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-M-d'T'HH:mm:ss'Z'"];

    /// <summary>How far a request's time may differ from this clock, either way.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromMinutes(15);

    /// <summary>Parses an ISO 8601 time in UTC; null if the text is not one.</summary>
    public static DateTimeOffset? Parse(string text) =>
        DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : null;

    /// <summary>
    /// Parses an ISO 8601 time in UTC without separators, such as "20240102T030405Z"; null if the text is not one.
    /// </summary>
    public static DateTimeOffset? ParseCompact(string text) =>
        DateTimeOffset.TryParseExact(
            text, Compact, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    /// <summary>Writes a time in the form that <see cref="ParseCompact"/> reads.</summary>
    public static string WriteCompact(DateTimeOffset at) => at.UtcDateTime.ToString(Compact, CultureInfo.InvariantCulture);

    /// <summary>Whether the time is within the window.</summary>
    public bool Accepts(DateTimeOffset at) => (time.GetUtcNow() - at).Duration() <= Window;
}
