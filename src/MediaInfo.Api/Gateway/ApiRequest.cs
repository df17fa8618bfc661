using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Gateway;

/// <summary>A received request, with its body read.</summary>
/// <param name="RequestId">The request's id: an upper-case GUID, in its response and in all its log lines.</param>
/// <param name="Method">The HTTP method, upper case.</param>
/// <param name="Path">The path, percent-decoded once; an encoded slash stays as it is.</param>
/// <param name="QueryString">The query with its "?", undecoded; empty if there is none.</param>
/// <param name="Headers">The headers as received.</param>
/// <param name="Body">The body's bytes.</param>
public sealed record ApiRequest(
    string RequestId, string Method, string Path, string QueryString, IHeaderDictionary Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>The Host header as received, with its port.</summary>
    public string Host => Headers.Host.ToString();

    /// <summary>The scheme that the caller used, "http" or "https", as far as the host or a proxy before it tells.</summary>
    public string Scheme { get; init; } = "http";

    /// <summary>The address that the caller used, without a path.</summary>
    public string Address => $"{Scheme}://{Host}";
}
