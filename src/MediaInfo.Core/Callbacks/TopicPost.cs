namespace MediaInfo.Core.Callbacks;

/// <summary>A message to publish.</summary>
/// <param name="Topic">The topic's name.</param>
/// <param name="Id">The message's id, the same if it is published again.</param>
/// <param name="Text">The text.</param>
/// <param name="Tag">The tag; null for none.</param>
public sealed record TopicPost(string Topic, string Id, string Text, string? Tag)
{
    /// <summary>Whether a caller published it, so that its text is in whatever form the caller's client chose.</summary>
    public bool IsOfCaller { get; init; }
}
