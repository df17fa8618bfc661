using Microsoft.Net.Http.Headers;

namespace MediaInfo.Probing.ObjectProxy;

/// <summary>The range a client requests (RFC 9110, 14.1.2).</summary>
/// <param name="First">First byte.</param>
/// <param name="Last">Last byte; null for the end of the object.</param>
internal readonly record struct ByteRange(long First, long? Last)
{
    /// <summary>Parses a Range header; the whole object if there is none or it is not "bytes=A-" or "bytes=A-B".</summary>
    public static ByteRange Parse(string header) =>
        RangeHeaderValue.TryParse(header, out var range) && range.Unit.Equals("bytes", StringComparison.OrdinalIgnoreCase)
        && range.Ranges.Count == 1 && range.Ranges.First().From is { } first
            ? new ByteRange(first, range.Ranges.First().To)
            : new ByteRange(0, Last: null);
}
