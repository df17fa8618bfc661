using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Gateway;

/// <summary>A received request, its body read.</summary>
/// <param name="RequestId">This request's id: an upper-case GUID, on every answer and log line of it.</param>
/// <param name="Method">The HTTP method, upper case.</param>
/// <param name="Path">The path, percent-decoded once; an encoded slash stays as it is.</param>
/// <param name="QueryString">The query with its "?", undecoded; empty when there is none.</param>
/// <param name="Headers">The headers as received.</param>
/// <param name="Body">The body's bytes.</param>
public sealed record ApiRequest(
    string RequestId, string Method, string Path, string QueryString, IHeaderDictionary Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>The Host header as received, with its port.</summary>
    public string Host => Headers.Host.ToString();
}
