using System.Net;

namespace MediaInfo.Api.Rpc;

/// <summary>An error as an RPC answer carries it.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">The vendor's code.</param>
/// <param name="Message">The vendor's message.</param>
public sealed record RpcError(HttpStatusCode Status, string Code, string Message);
