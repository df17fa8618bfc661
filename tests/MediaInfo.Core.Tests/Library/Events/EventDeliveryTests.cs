using MediaInfo.Core.Accounts;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Library.Events;
using MediaInfo.Core.Pipelines;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace MediaInfo.Core.Tests.Library.Events;

public sealed class EventDeliveryTests
{
    private static readonly LibraryEvent Event = new("id", "account", "DeleteMediaComplete", "asset", "text", Target: null);

    private readonly IEventCallbackStore _callbacks = Substitute.For<IEventCallbackStore>();
    private readonly ICallbackTarget _queues = Substitute.For<ICallbackTarget>();
    private readonly IHttpCallbackTarget _web = Substitute.For<IHttpCallbackTarget>();
    private readonly EventDelivery _delivery;

    public EventDeliveryTests()
    {
        _queues.SendAsync(default!, default!, default).ReturnsForAnyArgs(CallbackResult.Delivered("message"));
        var web = new HttpDelivery(_web, new CallbackOptions(), new ManualTimeProvider());
        var access = new QueueAccess(
            new AccountOptions { List = [new Account { Id = "account", Queues = ["ice-callback-*"] }] }, new FewReservedNames());
        _delivery = new EventDelivery(
            _callbacks, new QueuePost(_queues, access), web, new ManualTimeProvider(), NullLogger<EventDelivery>.Instance);
    }

    [Theory]
    [InlineData("DeleteMediaComplete", 1)]
    [InlineData("ALL", 1)]
    [InlineData("RegisterMediaComplete", 0)]
    [InlineData(null, 0)]
    public async Task Only_subscribed_events_are_sent(string? subscribed, int sent)
    {
        Set(new EventTarget(Url: null, "ice-callback-a"), subscribed);

        await _delivery.DeliverAsync(Event, default);

        await _queues.Received(sent).SendAsync("ice-callback-a", "text", default);
    }

    [Fact]
    public async Task Nothing_is_sent_for_an_account_without_event_settings()
    {
        await _delivery.DeliverAsync(Event, default);

        await _queues.DidNotReceiveWithAnyArgs().SendAsync(default!, default!, default);
    }

    [Fact]
    public async Task An_assets_own_target_overrides_the_accounts()
    {
        Set(new EventTarget(Url: null, "ice-callback-a"), "ALL");

        await _delivery.DeliverAsync(Event with { Target = new EventTarget(Url: null, "ice-callback-b") }, default);

        await _queues.Received(1).SendAsync("ice-callback-b", "text", default);
        await _queues.DidNotReceive().SendAsync("ice-callback-a", "text", default);
    }

    [Fact]
    public async Task An_unresponsive_target_is_retried()
    {
        _web.SendAsync(default!, default!, default!, default!, default).ThrowsAsyncForAnyArgs(new NoAnswerException());
        Set(new EventTarget("http://example.com/", QueueName: null), "ALL");

        await Assert.ThrowsAsync<NoAnswerException>(() => _delivery.DeliverAsync(Event, default));
    }

    [Theory]
    [InlineData("mediainfo-callbacks")]
    [InlineData("ice-callback-a-poison")]
    public async Task A_queue_that_the_account_does_not_own_gets_no_event(string queue)
    {
        Set(new EventTarget(Url: null, queue), "ALL");

        await _delivery.DeliverAsync(Event, default);

        await _queues.DidNotReceiveWithAnyArgs().SendAsync(default!, default!, default);
    }

    [Fact]
    public async Task A_message_on_the_callbacks_queue_delivers_the_event()
    {
        Set(new EventTarget(Url: null, "ice-callback-a"), "ALL");
        var handler = new CallbackHandler([new EventMessages(_delivery)], new CallbackOptions(), new ManualTimeProvider());

        await handler.HandleAsync(EventMessages.Write(Event), default);
        await handler.GiveUpAsync(EventMessages.Write(Event), default);

        await _queues.Received(1).SendAsync("ice-callback-a", "text", default);
        await Assert.ThrowsAsync<InvalidDataException>(() => handler.HandleAsync("{}", default));
    }

    private void Set(EventTarget target, string? subscribed) => _callbacks.FindAsync("account", default).ReturnsForAnyArgs(
        new EventCallback { Target = target, EventTypes = subscribed is null ? [] : [subscribed] });
}
