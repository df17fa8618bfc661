using System.Net;

namespace MediaInfo.Api.Huawei.Mpc;

/// <summary>An error in a response.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">The vendor's code.</param>
/// <param name="Message">The vendor's message, and what is wrong.</param>
public sealed record MpcError(HttpStatusCode Status, string Code, string Message);
