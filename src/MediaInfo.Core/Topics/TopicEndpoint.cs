namespace MediaInfo.Core.Topics;

/// <summary>Where a subscriber receives messages: one member is set.</summary>
/// <param name="Url">An http or https address; null for a queue.</param>
/// <param name="Queue">A queue; null for an address.</param>
public sealed record TopicEndpoint(Uri? Url, TopicQueue? Queue)
{
    private const int MaxLength = 2048;
    private const string DefaultPath = "/notifications";

    /// <summary>
    /// Reads an endpoint: an http or https address, or "acs:mns:{region}:{account}:queues/{queue}". Null for any other text.
    /// </summary>
    /// <remarks>Source: "Subscribe" of the message service; an address without a path means "/notifications".</remarks>
    public static TopicEndpoint? Read(string text) =>
        text.Length > MaxLength ? null
        : text.Split(':') is ["acs", "mns", var region, { Length: > 0 } account, var resource]
            ? region.Length > 0 && resource.Split('/') is ["queues", { Length: > 0 } queue]
                ? new TopicEndpoint(Url: null, new TopicQueue(account, queue))
                : null
        : Address(text) is { } url ? new TopicEndpoint(url, Queue: null)
        : null;

    private static Uri? Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && url.Scheme is "http" or "https"
        && url.UserInfo.Length == 0
            ? HasPath(text) ? url : new Uri(url, DefaultPath)
            : null;

    private static bool HasPath(string text) =>
        text.AsSpan(text.IndexOf("://", StringComparison.Ordinal) + "://".Length).IndexOfAny('/', '?', '#') >= 0;
}
