using System.Net;

namespace MediaInfo.Api.Alibaba.Rpc;

/// <summary>An error in an RPC response.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">The vendor's code.</param>
/// <param name="Message">The vendor's message; nothing of our own.</param>
public sealed record RpcError(HttpStatusCode Status, string Code, string Message)
{
    /// <summary>What is wrong, in our own words; null if the message says all.</summary>
    public string? Reason { get; init; }

    /// <summary>How long a throttled caller should wait; null for other errors.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
