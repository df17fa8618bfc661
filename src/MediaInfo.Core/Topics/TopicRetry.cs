namespace MediaInfo.Core.Topics;

/// <summary>A delivery to try again.</summary>
/// <param name="Notice">What to queue.</param>
/// <param name="Delay">How long it stays hidden.</param>
public sealed record TopicRetry(TopicNotice Notice, TimeSpan Delay);
