namespace MediaInfo.Core.Topics;

/// <summary>A message queued for delivery to one subscriber.</summary>
/// <param name="Account">The topic's account.</param>
/// <param name="Topic">The topic's name.</param>
/// <param name="Subscription">The subscription's name.</param>
/// <param name="MessageId">The message's id.</param>
/// <param name="PublishedAt">When the message was published, UTC.</param>
/// <param name="Failures">How often the subscriber has not taken it.</param>
public sealed record TopicNotice(
    string Account, string Topic, string Subscription, string MessageId, DateTimeOffset PublishedAt, int Failures)
{
    /// <summary>The span that published the message, in "traceparent" format; null if it was not traced.</summary>
    public string? Trace { get; init; }
}
