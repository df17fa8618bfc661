using System.Globalization;
using MediaInfo.Api.Gateway.Signing;

namespace MediaInfo.Api.Alibaba.Rpc;

/// <summary>Reads the parameters that every list of jobs has, whatever their names.</summary>
internal static class PageParameters
{
    private const int MaxSize = 100;

    /// <summary>A time; null if it is absent or none.</summary>
    public static DateTimeOffset? TimeOf(string? text) => text is null ? null : SignatureClock.Parse(text);

    /// <summary>The jobs on a page, 1 to 100; null if the text is no such number.</summary>
    /// <param name="text">The parameter; null if it is absent.</param>
    /// <param name="otherwise">The size if it is absent.</param>
    public static int? SizeOf(string? text, int otherwise) =>
        text is null ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= MaxSize
            ? size
        : null;
}
