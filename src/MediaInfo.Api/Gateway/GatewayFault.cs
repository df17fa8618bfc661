namespace MediaInfo.Api.Gateway;

/// <summary>Why the gateway itself cannot answer a request.</summary>
public enum GatewayFault
{
    /// <summary>The body is larger than the limit.</summary>
    BodyTooLarge,

    /// <summary>Storage cannot be reached; the caller may try again.</summary>
    Unavailable,

    /// <summary>A fault of this service.</summary>
    Internal,
}
