using System.Net;

namespace MediaInfo.Api.Alibaba.Rpc;

/// <summary>An error in an RPC response.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">The vendor's code.</param>
/// <param name="Message">The vendor's message.</param>
public sealed record RpcError(HttpStatusCode Status, string Code, string Message);
