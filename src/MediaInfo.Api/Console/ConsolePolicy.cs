using MediaInfo.Core.Objects;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Console;

/// <summary>
/// What a browser may do with the page: run its own scripts, and talk to this service and to the storage of objects.
/// </summary>
/// <param name="origins">Where signed addresses of objects are.</param>
public sealed class ConsolePolicy(IObjectOrigins origins)
{
    // Of what is no page.
    private const string Nothing = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>Adds the headers of a page or one of its files.</summary>
    internal void Protect(IHeaderDictionary headers)
    {
        Protect(headers, ForPages());
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
    }

    /// <summary>Adds the headers of what only programs read.</summary>
    internal static void ProtectData(IHeaderDictionary headers) => Protect(headers, Nothing);

    private static void Protect(IHeaderDictionary headers, string policy)
    {
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    // No inline script or style, no frame, no form, no address that the service does not name.
    private string ForPages()
    {
        var others = string.Concat(origins.Current()
            .Select(origin => origin.GetLeftPart(UriPartial.Authority))
            .Distinct(StringComparer.Ordinal)
            .Select(origin => $" {origin}"));
        return $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:{others}; "
            + $"connect-src 'self'{others}; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }
}
