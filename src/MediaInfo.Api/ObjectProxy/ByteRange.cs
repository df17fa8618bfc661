using Microsoft.Net.Http.Headers;

namespace MediaInfo.Api.ObjectProxy;

/// <summary>The range a reader asks for (RFC 9110, 14.1.2).</summary>
/// <param name="First">First byte.</param>
/// <param name="Last">Last byte; null for everything up to the end.</param>
internal readonly record struct ByteRange(long First, long? Last)
{
    /// <summary>Reads a Range header; everything where there is none, or one of another form than "bytes=A-" and "bytes=A-B".</summary>
    public static ByteRange Parse(string header) =>
        RangeHeaderValue.TryParse(header, out var range) && range.Unit.Equals("bytes", StringComparison.OrdinalIgnoreCase)
        && range.Ranges.Count == 1 && range.Ranges.First().From is { } first
            ? new ByteRange(first, range.Ranges.First().To)
            : new ByteRange(0, Last: null);
}
