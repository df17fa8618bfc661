using MediaInfo.Core.Topics;

namespace MediaInfo.Storage.Contracts.Topics;

/// <summary>Topics for the contracts.</summary>
internal static class TestTopics
{
    public static DateTimeOffset At { get; } = new(2024, 2, 29, 12, 30, 0, TimeSpan.Zero);

    public static Topic New(string name) => new() { Name = name, CreatedAt = At, ChangedAt = At };

    public static TopicSubscription Subscription(string name) => new()
    {
        Name = name,
        Endpoint = "https://example.com/notifications",
        Strategy = NotifyStrategy.ExponentialDecayRetry,
        Format = NotifyFormat.Simplified,
        FilterTag = "tag",
        Origin = "https://mns.example.com",
        CreatedAt = At,
        ChangedAt = At,
    };
}
