using System.Net;

namespace MediaInfo.Api.Alibaba.Mns;

/// <summary>An error in a response.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">The vendor's code.</param>
/// <param name="Message">The vendor's message.</param>
public sealed record MnsError(HttpStatusCode Status, string Code, string Message);
