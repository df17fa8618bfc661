namespace MediaInfo.Api.Ims.Library;

/// <summary>The ways of getting events.</summary>
internal static class CallbackTypes
{
    /// <summary>By an http or https address.</summary>
    public const string Http = "HTTP";

    /// <summary>By a queue, which is a storage queue here.</summary>
    public const string Queue = "MNS";
}
