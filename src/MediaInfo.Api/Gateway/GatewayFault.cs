namespace MediaInfo.Api.Gateway;

/// <summary>Why the gateway itself cannot answer a request.</summary>
public enum GatewayFault
{
    /// <summary>The body is larger than the limit.</summary>
    BodyTooLarge,

    /// <summary>The body takes longer than the limit, or arrives more slowly than the server accepts.</summary>
    BodyTooSlow,

    /// <summary>The body ends before its declared length, or is declared chunked but is not.</summary>
    BodyBroken,

    /// <summary>Storage cannot be reached; the caller may retry.</summary>
    Unavailable,

    /// <summary>An internal error of this service.</summary>
    Internal,
}
