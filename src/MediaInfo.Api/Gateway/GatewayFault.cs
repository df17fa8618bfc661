namespace MediaInfo.Api.Gateway;

/// <summary>Why the gateway itself cannot answer a request.</summary>
public enum GatewayFault
{
    /// <summary>The body is larger than the limit.</summary>
    BodyTooLarge,

    /// <summary>The body takes longer than the limit, or comes slower than the server bears.</summary>
    BodyTooSlow,

    /// <summary>The body ends before its announced length, or is no chunked one though it says so.</summary>
    BodyBroken,

    /// <summary>Storage cannot be reached; the caller may try again.</summary>
    Unavailable,

    /// <summary>A fault of this service.</summary>
    Internal,
}
