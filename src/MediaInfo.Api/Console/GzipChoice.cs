using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace MediaInfo.Api.Console;

/// <summary>Whether a caller takes gzip, by its header Accept-Encoding. Source: RFC 9110, 12.5.3.</summary>
internal static class GzipChoice
{
    /// <summary>Whether to send gzip: it is accepted, and nothing says that the bare bytes are liked better.</summary>
    public static bool Of(HttpRequest request)
    {
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var accepted))
        {
            return false;
        }

        var gzip = Quality("gzip") ?? Quality("x-gzip") ?? Quality("*") ?? 0;
        return gzip > 0 && gzip >= (Quality("identity") ?? 0);

        double? Quality(string coding) => accepted
            .Where(one => one.Value.Equals(coding, StringComparison.OrdinalIgnoreCase))
            .Select(one => (double?)(one.Quality ?? 1))
            .FirstOrDefault();
    }
}
