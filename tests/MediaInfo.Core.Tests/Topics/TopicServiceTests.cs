using MediaInfo.Core.Topics;

namespace MediaInfo.Core.Tests.Topics;

public sealed class TopicServiceTests
{
    private static readonly TopicAttributes None = new(null, null);

    private readonly TopicRig _rig = new();

    [Fact]
    public async Task A_topic_is_created_once_and_then_compared_by_its_attributes()
    {
        Assert.Equal(TopicOutcome.Done, await CreateAsync("one", None));

        Assert.Equal(TopicOutcome.Same, await CreateAsync("one", None));
        Assert.Equal(TopicOutcome.Same, await CreateAsync("one", new TopicAttributes(Topic.LargestMessage, false)));
        Assert.Equal(TopicOutcome.Different, await CreateAsync("one", new TopicAttributes(1024, null)));
    }

    [Fact]
    public async Task An_account_has_a_limited_number_of_topics()
    {
        foreach (var name in new[] { "one", "two", "three" })
        {
            await CreateAsync(name, None);
        }

        Assert.Equal(TopicOutcome.Full, await CreateAsync("four", None));
        Assert.Equal(TopicOutcome.Same, await CreateAsync("three", None));
    }

    [Fact]
    public async Task Attributes_that_are_not_sent_stay()
    {
        await CreateAsync("one", new TopicAttributes(2048, LoggingEnabled: true));
        _rig.Time.Advance(TimeSpan.FromHours(1));

        await _rig.Service.SetAsync(TopicRig.Account, "one", new TopicAttributes(4096, null), default);

        var topic = (await _rig.Stored.FindAsync(TopicRig.Account, "one", default))!.Topic;
        Assert.Equal((4096, true), (topic.MaxMessageBytes, topic.LoggingEnabled));
        Assert.Equal(TimeSpan.FromHours(1), topic.ChangedAt - topic.CreatedAt);
        Assert.Equal(TopicOutcome.NoTopic, await _rig.Service.SetAsync(TopicRig.Account, "two", None, default));
    }

    [Fact]
    public async Task A_subscription_is_added_once_and_a_topic_has_a_limited_number()
    {
        var one = TopicRig.Subscription("one", "https://example.com/");
        await _rig.SubscribeAsync(one);

        Assert.Equal(TopicOutcome.Same, await SubscribeAsync(one with { Origin = "http://elsewhere" }));
        Assert.Equal(TopicOutcome.Different, await SubscribeAsync(one with { FilterTag = "a" }));
        Assert.Equal(TopicOutcome.Done, await SubscribeAsync(one with { Name = "two" }));
        Assert.Equal(TopicOutcome.Full, await SubscribeAsync(one with { Name = "three" }));
        Assert.Equal(
            TopicOutcome.NoTopic, await _rig.Service.SubscribeAsync(TopicRig.Account, "other", one, default));
    }

    [Fact]
    public async Task A_subscription_changes_its_strategy_and_its_tag()
    {
        await _rig.SubscribeAsync(TopicRig.Subscription("one", "https://example.com/") with { FilterTag = "a" });

        await SetAsync(new SubscriptionAttributes(NotifyStrategy.ExponentialDecayRetry, FilterTag: null));
        Assert.Equal((NotifyStrategy.ExponentialDecayRetry, "a"), await FoundAsync());

        await SetAsync(new SubscriptionAttributes(Strategy: null, ""));
        Assert.Equal((NotifyStrategy.ExponentialDecayRetry, null), await FoundAsync());

        Assert.Equal(
            TopicOutcome.NoSubscription,
            await _rig.Service.SetAsync(
                TopicRig.Account, "their-topic", "two", new SubscriptionAttributes(null, null), default));
    }

    [Fact]
    public async Task Two_subscribers_at_the_same_time_are_both_added()
    {
        await _rig.SubscribeAsync();

        await Task.WhenAll(
            SubscribeAsync(TopicRig.Subscription("one", "https://example.com/")),
            SubscribeAsync(TopicRig.Subscription("two", "https://example.com/")));

        var topic = (await _rig.Stored.FindAsync(TopicRig.Account, "their-topic", default))!.Topic;
        Assert.Equal(["one", "two"], topic.Subscriptions.Select(subscription => subscription.Name));
    }

    private Task<TopicOutcome> CreateAsync(string name, TopicAttributes attributes) =>
        _rig.Service.CreateAsync(TopicRig.Account, name, attributes, default);

    private Task<TopicOutcome> SubscribeAsync(TopicSubscription subscription) =>
        _rig.Service.SubscribeAsync(TopicRig.Account, "their-topic", subscription, default);

    private async Task SetAsync(SubscriptionAttributes attributes) => Assert.Equal(
        TopicOutcome.Done, await _rig.Service.SetAsync(TopicRig.Account, "their-topic", "one", attributes, default));

    private async Task<(NotifyStrategy Strategy, string? Tag)> FoundAsync()
    {
        var topic = (await _rig.Stored.FindAsync(TopicRig.Account, "their-topic", default))!.Topic;
        return (Assert.Single(topic.Subscriptions).Strategy, topic.Subscriptions[0].FilterTag);
    }
}
