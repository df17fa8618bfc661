namespace MediaInfo.Core.Topics;

/// <summary>A message that was published to a topic.</summary>
/// <param name="Account">The topic's account.</param>
/// <param name="Topic">The topic's name.</param>
/// <param name="Id">The id, the same for all subscribers and attempts: letters, digits and hyphens.</param>
/// <param name="Text">The text.</param>
/// <param name="Tag">The tag; null for none.</param>
/// <param name="PublishedAt">When it was published, UTC.</param>
public sealed record TopicMessage(
    string Account, string Topic, string Id, string Text, string? Tag, DateTimeOffset PublishedAt)
{
    /// <summary>Whether a caller published it, so that its text is in whatever form the caller's client chose.</summary>
    public bool IsOfCaller { get; init; }

    /// <summary>How long the service tries to deliver a message.</summary>
    /// <remarks>Source: the message service's limits, "Message retention period" of topics.</remarks>
    public static readonly TimeSpan Life = TimeSpan.FromDays(1);
}
