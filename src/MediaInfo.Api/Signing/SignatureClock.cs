using System.Globalization;

namespace MediaInfo.Api.Signing;

/// <summary>The times at which a request may be signed.</summary>
public sealed class SignatureClock(TimeProvider time)
{
    // The vendor's own samples also leave out the leading zeros of month and day.
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-M-d'T'HH:mm:ss'Z'"];

    /// <summary>How far a request's time may lie from this clock, either way.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromMinutes(15);

    /// <summary>Reads an ISO 8601 time in UTC; null when it is none.</summary>
    public static DateTimeOffset? Parse(string text) =>
        DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    /// <summary>Reads an ISO 8601 time in UTC without separators, such as "20240102T030405Z"; null when it is none.</summary>
    public static DateTimeOffset? ParseCompact(string text) =>
        DateTimeOffset.TryParseExact(
            text, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    /// <summary>Whether the time lies within the window.</summary>
    public bool Accepts(DateTimeOffset at) => (time.GetUtcNow() - at).Duration() <= Window;
}
