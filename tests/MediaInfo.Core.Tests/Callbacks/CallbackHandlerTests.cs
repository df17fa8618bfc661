using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Library.Events;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Queues;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Jobs;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace MediaInfo.Core.Tests.Callbacks;

public sealed class CallbackHandlerTests
{
    private static readonly CallbackOptions Options = new() { PutOffFor = TimeSpan.FromHours(1) };

    private static readonly LibraryEvent Event =
        new("id", "account", "type", "asset", "text", new EventTarget("http://example.com/", QueueName: null));

    private readonly ManualTimeProvider _time = new();
    private readonly IHttpCallbackTarget _silent = Substitute.For<IHttpCallbackTarget>();
    private readonly CallbackHandler _handler;

    public CallbackHandlerTests()
    {
        _silent.SendAsync(default!, default!, default!, default!, default).ThrowsAsyncForAnyArgs(new NoAnswerException());
        var queues = new QueuePost(
            Substitute.For<ICallbackTarget>(), new QueueAccess(TestPipelines.Options(queue: null), new FewReservedNames()));
        var events = new EventDelivery(
            Substitute.For<IEventCallbackStore>(),
            queues,
            new HttpDelivery(_silent, Options, _time),
            _time,
            NullLogger<EventDelivery>.Instance);
        _handler = new CallbackHandler([new EventMessages(events)], Options, _time);
    }

    [Fact]
    public async Task A_message_to_an_unresponsive_host_is_postponed_and_finally_fails()
    {
        var message = EventMessages.Write(Event);
        await Assert.ThrowsAsync<NoAnswerException>(() => HandleAsync(message));

        var delay = await HandleAsync(message);
        Assert.NotNull(delay);
        var copy = Messages.PutOff(message, deliveries: 1, _time.GetUtcNow());
        Assert.NotNull(await HandleAsync(copy));

        // The copy is delivered while the host is still backed off.
        await FailUntilAsync(Options.PutOffFor);
        Assert.NotNull(await HandleAsync(message));
        await Assert.ThrowsAsync<IOException>(() => HandleAsync(copy));
    }

    private async Task FailUntilAsync(TimeSpan over)
    {
        for (var start = _time.GetUtcNow(); _time.GetUtcNow() - start < over;)
        {
            _time.Advance(DeliveryGate.MaxBackOff);
            await Assert.ThrowsAsync<NoAnswerException>(() => HandleAsync(EventMessages.Write(Event)));
        }
    }

    private Task<TimeSpan?> HandleAsync(string message) => _handler.HandleAsync(message, default);
}
