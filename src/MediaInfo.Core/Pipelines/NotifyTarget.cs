namespace MediaInfo.Core.Pipelines;

/// <summary>Where completion messages go. One of the members is set: the first that is counts.</summary>
public sealed record NotifyTarget
{
    /// <summary>A storage queue.</summary>
    public string? QueueName { get; init; }

    /// <summary>A topic; its messages go to the storage queue of that name.</summary>
    public string? Topic { get; init; }

    /// <summary>An http or https address that messages are posted to.</summary>
    public string? Url { get; init; }

    /// <summary>Whether a storage queue can have the name: 3 to 63 lower-case letters, digits and single hyphens inside.</summary>
    public static bool IsLegalQueue(string name) =>
        name.Length is >= 3 and <= 63
        && name.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c) || c == '-')
        && name[0] != '-'
        && name[^1] != '-'
        && !name.Contains("--", StringComparison.Ordinal);

    /// <summary>The storage queue that gets the messages; null for a target over HTTP.</summary>
    public string? EffectiveQueue => QueueName ?? Topic;
}
