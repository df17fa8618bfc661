using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Library.Events;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Queues;
using MediaInfo.Core.Tests.Support;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Memory;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace MediaInfo.Core.Tests.Callbacks;

public sealed class CallbackHandlerTests : IDisposable
{
    private static readonly CallbackOptions Options = new() { AllowPrivateAddresses = true, PutOffFor = TimeSpan.FromHours(1) };

    // Nobody listens there.
    private static readonly LibraryEvent Event =
        new("id", "account", "type", "asset", "text", new EventTarget("http://127.0.0.1:1/", QueueName: null));

    private readonly ManualTimeProvider _time = new();
    private readonly HttpCallbackTarget _web = new(new CheckedConnector(Options), Options, TimeProvider.System);
    private readonly CallbackHandler _handler;

    public CallbackHandlerTests()
    {
        var queues = new QueuePost(Substitute.For<ICallbackTarget>(), new QueueAccess(TestPipelines.Options(queue: null), new FewReservedNames()));
        var events = new EventDelivery(
            Substitute.For<IEventCallbackStore>(), queues, new HttpDelivery(_web, Options, _time), _time, NullLogger<EventDelivery>.Instance);
        var jobs = new CallbackDelivery(Substitute.For<IJobStore>(), pipelines: null!, post: null!, [], [], NullLogger<CallbackDelivery>.Instance);
        _handler = new CallbackHandler(jobs, events, Options, _time);
    }

    public void Dispose() => _web.Dispose();

    [Fact]
    public async Task A_message_to_a_host_that_gave_no_answer_is_put_off_for_so_long_and_then_fails()
    {
        var message = Messages.WriteLibraryEvent(Event);
        await Assert.ThrowsAsync<NoAnswerException>(() => HandleAsync(message));

        var delay = await HandleAsync(message);
        Assert.NotNull(delay);
        var copy = Messages.PutOff(message, deliveries: 1, _time.GetUtcNow());
        Assert.NotNull(await HandleAsync(copy));

        // Its turn comes when the host is to be left alone still.
        await FailUntilAsync(Options.PutOffFor);
        Assert.NotNull(await HandleAsync(message));
        await Assert.ThrowsAsync<IOException>(() => HandleAsync(copy));
    }

    private async Task FailUntilAsync(TimeSpan over)
    {
        for (var start = _time.GetUtcNow(); _time.GetUtcNow() - start < over;)
        {
            _time.Advance(DeliveryGate.LongestBackOff);
            await Assert.ThrowsAsync<NoAnswerException>(() => HandleAsync(Messages.WriteLibraryEvent(Event)));
        }
    }

    private Task<TimeSpan?> HandleAsync(string message) => _handler.HandleAsync(message, default);
}
