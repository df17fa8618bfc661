using MediaInfo.Api.Gateway;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Tests.Support;

/// <summary>A request as received over the wire.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Query">The query with its "?", or an empty string.</param>
public sealed record WireRequest(string Method, string Query)
{
    public const string Host = "127.0.0.1:7071";

    public const string RequestId = "11111111-2222-3333-4444-555555555555";

    public string Path { get; init; } = "/";

    public string? ContentType { get; init; }

    public string? Accept { get; init; }

    public IReadOnlyList<byte> Body { get; init; } = [];

    /// <summary>Whether the length is omitted, as with a chunked body.</summary>
    public bool Chunked { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The request as the gateway passes it to a protocol.</summary>
    public ApiRequest ToApi() => new(RequestId, Method, Path, Query, ToContext().Request.Headers, Body.ToArray());

    public DefaultHttpContext ToContext()
    {
        var context = new DefaultHttpContext();
        var request = context.Request;
        request.Method = Method;
        request.Path = Path;
        request.QueryString = new QueryString(Query);
        request.Scheme = "http";
        request.Host = new HostString(Host);
        request.Body = new MemoryStream([.. Body]);
        request.ContentLength = Chunked ? null : Body.Count;
        request.ContentType = ContentType;
        if (Accept is not null)
        {
            request.Headers.Accept = Accept;
        }

        foreach (var (name, value) in Headers)
        {
            request.Headers[name] = value;
        }

        return context;
    }
}
