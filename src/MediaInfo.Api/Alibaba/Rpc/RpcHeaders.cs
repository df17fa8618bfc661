using System.Diagnostics;
using System.Globalization;
using MediaInfo.Api.Gateway;

namespace MediaInfo.Api.Alibaba.Rpc;

/// <summary>The headers of answers, as published answers of the vendor's gateway have them.</summary>
internal static class RpcHeaders
{
    private const string AnyOrigin = "*";

    // The gateway's own list. The methods and headers of a preflight are bounded by what the caller may send anyway.
    private const string Methods = "POST, GET, OPTIONS, PUT, DELETE";
    private const string UsualHeaders =
        "X-Requested-With, X-Sequence, _aop_secret, _aop_signature, x-acs-action, x-acs-version, x-acs-date, Content-Type";

    private const string PreflightSeconds = "172800";
    private const int LongestName = 128;

    /// <summary>The headers of every answer.</summary>
    public static Dictionary<string, string> Of(string requestId) => new(StringComparer.OrdinalIgnoreCase)
    {
        ["access-control-allow-origin"] = AnyOrigin,
        ["access-control-expose-headers"] = "*",
        ["x-acs-request-id"] = requestId,
        ["x-acs-trace-id"] = TraceId(requestId),
    };

    /// <summary>The headers of a success.</summary>
    public static Dictionary<string, string> OfSuccess(string requestId, ReadOnlySpan<byte> body)
    {
        var headers = Of(requestId);
        headers["etag"] = EntityTag.Of(body);
        return headers;
    }

    /// <summary>The headers of a throttled call.</summary>
    /// <remarks>Whole milliseconds, as the SDKs read them; a zero would mean nothing to some.</remarks>
    public static Dictionary<string, string> OfThrottled(string requestId, TimeSpan retryAfter)
    {
        var headers = Of(requestId);
        headers["x-acs-retry-after"] =
            Math.Max(1, (long)Math.Ceiling(retryAfter.TotalMilliseconds)).ToString(CultureInfo.InvariantCulture);
        return headers;
    }

    /// <summary>The headers of the answer to a browser that asks whether a page may call.</summary>
    /// <remarks>
    /// Beyond the vendor's list, the answer allows the headers that the browser asks for: signature version 3 needs several
    /// that the list lacks, and a wildcard would not cover Authorization.
    /// </remarks>
    public static Dictionary<string, string> OfPreflight(ApiRequest request)
    {
        var headers = Of(request.RequestId);
        headers["access-control-allow-methods"] = Methods;
        var asked = request.Headers.AccessControlRequestHeaders.ToString().Split(',', StringSplitOptions.TrimEntries);
        headers["access-control-allow-headers"] = string.Join(
            ", ", UsualHeaders.Split(", ").Concat(asked.Where(IsName)).Distinct(StringComparer.OrdinalIgnoreCase));
        headers["access-control-max-age"] = PreflightSeconds;
        return headers;
    }

    // Without a span the request's id stands for the trace, so that the header always leads to the log.
    private static string TraceId(string requestId) =>
        Activity.Current?.TraceId.ToHexString() ?? requestId.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
