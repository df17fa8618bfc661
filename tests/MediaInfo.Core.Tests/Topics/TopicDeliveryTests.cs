using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Topics;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace MediaInfo.Core.Tests.Topics;

public sealed class TopicDeliveryTests
{
    private const string Hook = "https://example.com/hook";

    private readonly TopicRig _rig = new();

    [Fact]
    public async Task A_subscriber_that_fails_is_tried_by_its_own_strategy_and_nobody_else_notices()
    {
        Fail();
        await _rig.SubscribeAsync(
            TopicRig.Subscription("web", Hook), TopicRig.Subscription("queue", TopicRig.Queue("their-queue")));
        await _rig.PublishAsync();

        Assert.Equal(2, await _rig.DeliverAsync());
        Assert.Equal(0, await _rig.DeliverAsync());
        await TryAsync(times: 3, TimeSpan.FromSeconds(20));

        Assert.Equal(4, Posts);
        Assert.Empty(_rig.Work.Callbacks.Texts);
        await _rig.Queues.Received(1).SendAsItIsAsync("their-queue", Arg.Any<string>(), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task The_long_strategy_goes_on_for_a_day()
    {
        Fail();
        await _rig.SubscribeAsync(
            TopicRig.Subscription("web", Hook) with { Strategy = NotifyStrategy.ExponentialDecayRetry });
        await _rig.PublishAsync();

        await TryAsync(times: 400, TimeSpan.FromSeconds(512));

        Assert.InRange(Posts, 160, 177);
        Assert.Empty(_rig.Work.Callbacks.Texts);
    }

    [Fact]
    public async Task A_subscriber_that_answers_again_gets_the_message_once()
    {
        Fail();
        await _rig.SubscribeAsync(TopicRig.Subscription("web", Hook));
        await _rig.PublishAsync();
        await _rig.DeliverAsync();
        _rig.Web.ClearReceivedCalls();
        _rig.Web.SendAsync(default!, default!, default!, default!, default)
            .ReturnsForAnyArgs(CallbackResult.Delivered("posted"));

        await TryAsync(times: 5, TimeSpan.FromSeconds(20));

        Assert.Equal(1, Posts);
        Assert.Empty(_rig.Work.Callbacks.Texts);
    }

    [Fact]
    public async Task A_host_that_does_not_answer_is_left_alone_without_using_up_a_try()
    {
        _rig.Web.SendAsync(default!, default!, default!, default!, default).ThrowsAsyncForAnyArgs(new NoAnswerException());
        await _rig.SubscribeAsync(TopicRig.Subscription("a", Hook), TopicRig.Subscription("b", Hook));
        await _rig.PublishAsync();

        Assert.Equal(2, await _rig.DeliverAsync());

        Assert.Equal(1, Posts);
        Assert.Equal([0, 1], _rig.Work.Callbacks.Texts.Select(text => TopicNotices.Read(text)!.Failures).Order());
    }

    [Fact]
    public async Task What_waits_for_an_unsubscribed_subscriber_is_dropped()
    {
        await _rig.SubscribeAsync(TopicRig.Subscription("web", Hook));
        await _rig.PublishAsync();
        await _rig.Service.UnsubscribeAsync(TopicRig.Account, "their-topic", "web", default);

        Assert.Equal(1, await _rig.DeliverAsync());

        Assert.Equal(0, Posts);
        Assert.Empty(_rig.Work.Callbacks.Texts);
    }

    [Theory]
    [InlineData("someone-elses", TopicRig.Account)]
    [InlineData("their-queue", "another")]
    public async Task A_queue_that_the_account_may_not_use_gets_nothing(string queue, string account)
    {
        await _rig.SubscribeAsync(TopicRig.Subscription("queue", TopicRig.Queue(queue, account)));
        await _rig.PublishAsync();

        await _rig.DeliverAsync();

        Assert.Empty(_rig.Queues.ReceivedCalls());
        Assert.Empty(_rig.Work.Callbacks.Texts);
    }

    [Fact]
    public async Task A_queue_that_cannot_be_reached_is_tried_again()
    {
        _rig.Queues.SendAsItIsAsync(default!, default!, default).ThrowsAsyncForAnyArgs(new IOException());
        await _rig.SubscribeAsync(TopicRig.Subscription("queue", TopicRig.Queue("their-queue")));
        await _rig.PublishAsync();

        await TryAsync(times: 10, TimeSpan.FromSeconds(20));

        await _rig.Queues.ReceivedWithAnyArgs(4).SendAsItIsAsync(default!, default!, default);
    }

    [Fact]
    public async Task A_message_is_delivered_for_a_day_at_most()
    {
        await _rig.SubscribeAsync(TopicRig.Subscription("web", Hook));
        await _rig.PublishAsync();
        _rig.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(1, await _rig.DeliverAsync());

        Assert.Equal(0, Posts);
        Assert.Empty(_rig.Work.Callbacks.Texts);
    }

    [Fact]
    public async Task A_fault_of_storage_is_left_to_the_queue()
    {
        await _rig.SubscribeAsync(TopicRig.Subscription("web", Hook));
        await _rig.PublishAsync();
        _rig.Stored.Outage.Begin();

        await Assert.ThrowsAsync<IOException>(
            () => _rig.Handler.HandleAsync(Assert.Single(_rig.Work.Callbacks.Texts), default));
        await _rig.Handler.GiveUpAsync(Assert.Single(_rig.Work.Callbacks.Texts), default);
    }

    private int Posts => _rig.Web.ReceivedCalls().Count();

    private void Fail() =>
        _rig.Web.SendAsync(default!, default!, default!, default!, default).ThrowsAsyncForAnyArgs(new IOException());

    private async Task TryAsync(int times, TimeSpan every)
    {
        for (var i = 0; i < times; i++)
        {
            _rig.Time.Advance(every);
            await _rig.DeliverAsync();
        }
    }
}
