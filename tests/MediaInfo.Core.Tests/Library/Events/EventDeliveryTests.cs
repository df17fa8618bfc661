using MediaInfo.Core.Accounts;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Library.Events;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Queues;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace MediaInfo.Core.Tests.Library.Events;

public sealed class EventDeliveryTests : IDisposable
{
    private static readonly LibraryEvent Event = new("id", "account", "DeleteMediaComplete", "asset", "text", Target: null);

    private readonly IEventCallbackStore _callbacks = Substitute.For<IEventCallbackStore>();
    private readonly ICallbackTarget _queues = Substitute.For<ICallbackTarget>();
    private readonly HttpCallbackTarget _web;
    private readonly EventDelivery _delivery;

    public EventDeliveryTests()
    {
        _queues.SendAsync(default!, default!, default).ReturnsForAnyArgs(CallbackResult.Delivered("message"));
        var options = new CallbackOptions { Timeout = TimeSpan.FromMilliseconds(100) };
        _web = new HttpCallbackTarget(new CheckedConnector(options), options, TimeProvider.System);
        var web = new HttpDelivery(_web, options, new ManualTimeProvider());
        var access = new QueueAccess(new AccountOptions { List = [new Account { Id = "account", Queues = ["ice-callback-*"] }] }, new FewReservedNames());
        _delivery = new EventDelivery(_callbacks, new QueuePost(_queues, access), web, new ManualTimeProvider(), NullLogger<EventDelivery>.Instance);
    }

    public void Dispose() => _web.Dispose();

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
    public async Task Nothing_is_sent_for_an_account_that_set_nothing()
    {
        await _delivery.DeliverAsync(Event, default);

        await _queues.DidNotReceiveWithAnyArgs().SendAsync(default!, default!, default);
    }

    [Fact]
    public async Task An_assets_own_target_comes_before_the_accounts()
    {
        Set(new EventTarget(Url: null, "ice-callback-a"), "ALL");

        await _delivery.DeliverAsync(Event with { Target = new EventTarget(Url: null, "ice-callback-b") }, default);

        await _queues.Received(1).SendAsync("ice-callback-b", "text", default);
        await _queues.DidNotReceive().SendAsync("ice-callback-a", "text", default);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("http://169.254.169.254/metadata")]
    public async Task An_address_inside_the_own_network_is_to_be_tried_again_as_any_that_does_not_answer(string url)
    {
        Set(new EventTarget(url, QueueName: null), "ALL");

        await Assert.ThrowsAsync<NoAnswerException>(() => _delivery.DeliverAsync(Event, default));
    }

    [Theory]
    [InlineData("mediainfo-callbacks")]
    [InlineData("ice-callback-a-poison")]
    public async Task A_queue_that_is_not_the_accounts_gets_no_event(string queue)
    {
        Set(new EventTarget(Url: null, queue), "ALL");

        await _delivery.DeliverAsync(Event, default);

        await _queues.DidNotReceiveWithAnyArgs().SendAsync(default!, default!, default);
    }

    [Fact]
    public async Task A_message_on_the_callbacks_queue_brings_the_event()
    {
        Set(new EventTarget(Url: null, "ice-callback-a"), "ALL");
        var jobs = Substitute.For<IJobStore>();
        var handler = new CallbackHandler(
            new CallbackDelivery(jobs, pipelines: null!, post: null!, [], [], NullLogger<CallbackDelivery>.Instance),
            _delivery,
            new CallbackOptions(),
            new ManualTimeProvider());

        await handler.HandleAsync(Messages.WriteLibraryEvent(Event), default);
        await handler.GiveUpAsync(Messages.WriteLibraryEvent(Event), default);

        await _queues.Received(1).SendAsync("ice-callback-a", "text", default);
        await Assert.ThrowsAsync<InvalidDataException>(() => handler.HandleAsync("{}", default));
    }

    private void Set(EventTarget target, string? subscribed) => _callbacks.FindAsync("account", default).ReturnsForAnyArgs(
        new EventCallback { Target = target, EventTypes = subscribed is null ? [] : [subscribed] });
}
