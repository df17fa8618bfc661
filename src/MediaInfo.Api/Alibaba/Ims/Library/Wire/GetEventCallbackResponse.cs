namespace MediaInfo.Api.Alibaba.Ims.Library.Wire;

/// <summary>The response of GetEventCallback.</summary>
/// <remarks>A member is absent if nothing was set.</remarks>
/// <param name="RequestId">The request's id.</param>
public sealed record GetEventCallbackResponse(string RequestId)
{
    /// <summary>HTTP or MNS.</summary>
    public string? CallbackType { get; init; }

    /// <summary>The queue's name; null for HTTP.</summary>
    public string? CallbackQueueName { get; init; }

    /// <summary>The address; null for MNS.</summary>
    public string? CallbackURL { get; init; }

    /// <summary>The names of the subscribed events, comma-separated.</summary>
    public string? EventTypeList { get; init; }

    /// <summary>on or off; null for MNS.</summary>
    public string? AuthSwitch { get; init; }

    /// <summary>The signing key; null for MNS, or if none was set.</summary>
    public string? AuthKey { get; init; }
}
