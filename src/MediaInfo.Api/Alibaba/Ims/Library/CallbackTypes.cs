namespace MediaInfo.Api.Alibaba.Ims.Library;

/// <summary>How events can be delivered.</summary>
internal static class CallbackTypes
{
    /// <summary>To an HTTP or HTTPS address.</summary>
    public const string Http = "HTTP";

    /// <summary>To a queue, which is a storage queue here.</summary>
    public const string Queue = "MNS";
}
