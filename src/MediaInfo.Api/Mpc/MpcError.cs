using System.Net;

namespace MediaInfo.Api.Mpc;

/// <summary>An error as an answer carries it.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">The vendor's code.</param>
/// <param name="Message">The vendor's message, and what is wrong.</param>
public sealed record MpcError(HttpStatusCode Status, string Code, string Message);
