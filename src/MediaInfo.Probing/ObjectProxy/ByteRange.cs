using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace MediaInfo.Probing.ObjectProxy;

/// <summary>The range a client requests (RFC 9110, 14.1.2).</summary>
/// <param name="First">First byte.</param>
/// <param name="Last">Last byte; null for the end of the object.</param>
internal readonly record struct ByteRange(long First, long? Last)
{
    /// <summary>
    /// The Content-Range of a challenge to a request for this range. FFmpeg takes an answer without one for an answer from
    /// byte 0, and gives up if it asked for a later byte; so it would never answer the challenge (libavformat/http.c,
    /// http_connect).
    /// </summary>
    public string Challenged => string.Create(CultureInfo.InvariantCulture, $"bytes {First}-{Last ?? First}/*");

    /// <summary>Parses a Range header; the whole object if there is none or it is not "bytes=A-" or "bytes=A-B".</summary>
    public static ByteRange Parse(string header) =>
        RangeHeaderValue.TryParse(header, out var range) && range.Unit.Equals("bytes", StringComparison.OrdinalIgnoreCase)
        && range.Ranges.Count == 1 && range.Ranges.First().From is { } first
            ? new ByteRange(first, range.Ranges.First().To)
            : new ByteRange(0, Last: null);
}
