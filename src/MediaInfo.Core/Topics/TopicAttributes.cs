namespace MediaInfo.Core.Topics;

/// <summary>The attributes of a topic that callers set.</summary>
/// <param name="MaxMessageBytes">The largest size of a message, in bytes; null leaves it, or takes the default.</param>
/// <param name="LoggingEnabled">Whether operations would be logged; null leaves it, or takes the default.</param>
public sealed record TopicAttributes(int? MaxMessageBytes, bool? LoggingEnabled)
{
    /// <summary>The topic with these attributes.</summary>
    internal Topic ApplyTo(Topic topic) => topic with
    {
        MaxMessageBytes = MaxMessageBytes ?? topic.MaxMessageBytes,
        LoggingEnabled = LoggingEnabled ?? topic.LoggingEnabled,
    };
}
