namespace MediaInfo.Core.Topics;

/// <summary>A subscriber of a topic.</summary>
public sealed record TopicSubscription
{
    /// <summary>The most characters of a tag.</summary>
    public const int MaxTagLength = 16;

    /// <summary>The name, unique in the topic; capitals count.</summary>
    public required string Name { get; init; }

    /// <summary>Where messages go, as the account wrote it; <see cref="TopicEndpoint"/> reads it.</summary>
    public required string Endpoint { get; init; }

    /// <summary>How a failed delivery is repeated.</summary>
    public NotifyStrategy Strategy { get; init; }

    /// <summary>The form of the messages.</summary>
    public NotifyFormat Format { get; init; }

    /// <summary>The only tag whose messages are wanted; null for all messages.</summary>
    public string? FilterTag { get; init; }

    /// <summary>
    /// The address at which the subscriber's owner reached this service, such as "https://mns.example.com": posts tell the
    /// receiver that it serves their certificate.
    /// </summary>
    public required string Origin { get; init; }

    /// <summary>When it was created, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed, UTC.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Whether a message with the tag, null for none, is wanted.</summary>
    public bool Wants(string? tag) => FilterTag is null || string.Equals(FilterTag, tag, StringComparison.Ordinal);

    /// <summary>Whether the other subscription asks for the same.</summary>
    public bool AsksTheSameAs(TopicSubscription other) =>
        this == other with { Origin = Origin, CreatedAt = CreatedAt, ChangedAt = ChangedAt };
}
