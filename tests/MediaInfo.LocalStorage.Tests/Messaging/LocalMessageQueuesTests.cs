using MediaInfo.Core.Messaging;
using MediaInfo.LocalStorage.Tests.Support;

namespace MediaInfo.LocalStorage.Tests.Messaging;

public sealed class LocalMessageQueuesTests : IAsyncLifetime
{
    private const string Queue = "Queue";
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly LocalRig _rig = new();

    private IMessageQueues Queues => _rig.MessageQueues;

    public async Task InitializeAsync()
    {
        await _rig.StartAsync();
        await Queues.CreateAsync(Queue, QueueSettings.Default, default);
    }

    public Task DisposeAsync() => _rig.StopAsync();

    [Fact]
    public async Task A_higher_priority_comes_first_whatever_was_sent_before()
    {
        await SendAsync("low", 16);
        await SendAsync("middle", 8);
        await SendAsync("high", 1);
        await SendAsync("middle too", 8);

        Assert.Equal(["high", "middle", "middle too", "low"], (await ReceiveAsync()).Select(message => message.Body));
    }

    [Fact]
    public async Task A_message_expires_after_its_retention_and_its_delay()
    {
        await SendAsync("short", 8, delay: Hour);
        _rig.Time.Advance(Hour * 2 - TimeSpan.FromSeconds(1));
        Assert.Single((await Queues.PeekAsync(Queue, 16, default))!);

        _rig.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Empty(await ReceiveAsync());
        Assert.Equal(new QueueCounts(0, 0, 0), await Queues.CountAsync(Queue, default));
    }

    [Fact]
    public async Task The_first_receive_is_remembered()
    {
        await SendAsync("text", 8);
        _rig.Time.Advance(Hour / 2);
        var first = _rig.Time.GetUtcNow();
        await Queues.ReceiveAsync(Queue, 1, TimeSpan.FromSeconds(1), default);
        _rig.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(first, Assert.Single(await ReceiveAsync()).FirstReceivedAt);
    }

    [Fact]
    public async Task Delayed_messages_are_counted_apart_from_received_ones()
    {
        await SendAsync("delayed", 8, delay: Hour);
        await SendAsync("received", 8);
        await ReceiveAsync();
        await SendAsync("visible", 8);

        Assert.Equal(new QueueCounts(1, 1, 1), await Queues.CountAsync(Queue, default));
    }

    [Fact]
    public async Task Queues_and_messages_outlive_the_process()
    {
        await SendAsync("text", 3);

        await _rig.RestartAsync();

        Assert.Equal(QueueCreation.Same, await Queues.CreateAsync(Queue, QueueSettings.Default, default));
        var message = Assert.Single(await ReceiveAsync());
        Assert.Equal(("text", 3), (message.Body, message.Priority));
    }

    private Task<SentMessage?> SendAsync(string body, int priority, TimeSpan delay = default) =>
        Queues.SendAsync(Queue, new OutgoingMessage(body, priority, delay, Hour), default);

    private async Task<IReadOnlyList<QueueMessage>> ReceiveAsync() =>
        (await Queues.ReceiveAsync(Queue, 16, TimeSpan.FromMinutes(10), default))!;
}
