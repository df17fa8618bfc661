using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Topics;
using NSubstitute;

namespace MediaInfo.Core.Tests.Topics;

public sealed class TopicPublisherTests
{
    private readonly TopicRig _rig = new();

    [Fact]
    public async Task A_message_to_a_topic_that_nobody_created_goes_to_the_queue_of_its_name()
    {
        var result = await _rig.PublishAsync();

        Assert.Equal("queued", result.MessageId);
        await _rig.Queues.Received(1).SendAsync("their-topic", "text", default);
        Assert.Empty(_rig.Stored.Messages);
    }

    [Fact]
    public async Task So_does_one_to_a_topic_without_subscriptions()
    {
        await _rig.SubscribeAsync();

        Assert.Equal("queued", (await _rig.PublishAsync()).MessageId);
    }

    [Fact]
    public async Task Every_subscriber_gets_the_message_in_its_own_form_and_the_queue_of_the_name_none()
    {
        await _rig.SubscribeAsync(
            TopicRig.Subscription("queue", TopicRig.Queue("their-queue")) with { Format = NotifyFormat.Simplified },
            TopicRig.Subscription("web", "https://example.com/hook") with { Format = NotifyFormat.Json });

        Assert.Equal("ID", (await _rig.PublishAsync()).MessageId);
        Assert.Equal(2, await _rig.DeliverAsync());

        await _rig.Queues.Received(1).SendAsync("their-queue", "Simplified: text", Arg.Any<CancellationToken>());
        await _rig.Web.Received(1).SendAsync(
            "https://example.com/hook",
            "ID",
            Arg.Any<IReadOnlyDictionary<string, string>>(),
            "Json: text",
            Arg.Any<CancellationToken>());
        await _rig.Queues.DidNotReceive().SendAsync("their-topic", Arg.Any<string>(), Arg.Any<CancellationToken>());
    }

    [Theory]
    [InlineData(NotifyFormat.Simplified, false, false)]
    [InlineData(NotifyFormat.Simplified, true, true)]
    [InlineData(NotifyFormat.Xml, false, true)]
    [InlineData(NotifyFormat.Json, true, true)]
    public async Task A_queue_gets_callers_texts_and_notifications_as_they_are(
        NotifyFormat format, bool isOfCaller, bool isAsItIs)
    {
        await _rig.SubscribeAsync(TopicRig.Subscription("queue", TopicRig.Queue("their-queue")) with { Format = format });
        var post = new TopicPost("their-topic", "ID", "text", Tag: null) { IsOfCaller = isOfCaller };

        await _rig.Publisher.PublishAsync(TopicRig.Account, post, default);
        await _rig.DeliverAsync();

        await _rig.Queues.Received(isAsItIs ? 1 : 0).SendAsItIsAsync(
            "their-queue", $"{format}: text", Arg.Any<CancellationToken>());
        await _rig.Queues.Received(isAsItIs ? 0 : 1).SendAsync(
            "their-queue", $"{format}: text", Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task The_queue_of_a_topics_name_gets_callers_texts_as_they_are()
    {
        var post = new TopicPost("their-topic", "ID", "text", Tag: null) { IsOfCaller = true };

        Assert.Equal("queued as it is", (await _rig.Publisher.PublishAsync(TopicRig.Account, post, default)).MessageId);
    }

    [Theory]
    [InlineData(null, "all")]
    [InlineData("a", "all, tagged")]
    [InlineData("b", "all")]
    public async Task A_filter_passes_only_its_tag(string? tag, string receivers)
    {
        await _rig.SubscribeAsync(
            TopicRig.Subscription("all", TopicRig.Queue("their-all")),
            TopicRig.Subscription("tagged", TopicRig.Queue("their-tagged")) with { FilterTag = "a" });

        await _rig.PublishAsync(tag);

        var notices = _rig.Work.Callbacks.Texts.Select(text => TopicNotices.Read(text)!.Subscription);
        Assert.Equal(receivers, string.Join(", ", notices.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_message_that_no_filter_passes_is_dropped_as_the_vendor_does()
    {
        await _rig.SubscribeAsync(TopicRig.Subscription("tagged", TopicRig.Queue("their-a")) with { FilterTag = "a" });

        Assert.Equal("ID", (await _rig.PublishAsync("b")).MessageId);

        Assert.Empty(_rig.Work.Callbacks.Texts);
        Assert.Empty(_rig.Stored.Messages);
        await _rig.Queues.DidNotReceiveWithAnyArgs().SendAsync(default!, default!, default);
    }

    [Fact]
    public async Task A_topic_whose_storage_fails_publishes_nothing_to_the_queue()
    {
        _rig.Stored.Outage.Begin();

        await Assert.ThrowsAsync<IOException>(() => _rig.PublishAsync());

        await _rig.Queues.DidNotReceiveWithAnyArgs().SendAsync(default!, default!, default);
    }
}
