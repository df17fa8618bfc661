using System.Collections.Concurrent;
using MediaInfo.Core.Queues;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Standalone.Tests.Support;

/// <summary>An in-memory queue that records its worker's calls and fails when a test wants it to.</summary>
public sealed class ObservedQueue(TimeProvider time) : IWorkQueue
{
    private readonly InMemoryWorkQueue _inner = new("observed", time);
    private readonly ConcurrentQueue<TimeSpan> _renewals = new();
    private readonly ConcurrentQueue<WorkMessage> _completed = new();
    private int _receives;
    private int _delivered;
    private int _failedRenewals;

    /// <inheritdoc />
    public string Name => _inner.Name;

    /// <summary>Fails the next sends.</summary>
    public Fuse Sending { get; } = new();

    /// <summary>Fails the next receives.</summary>
    public Fuse Receiving { get; } = new();

    /// <summary>Fails the next renewals.</summary>
    public Fuse Renewing { get; } = new();

    /// <summary>Fails the next completions.</summary>
    public Fuse Completing { get; } = new();

    /// <summary>How often the worker polled.</summary>
    public int Receives => Volatile.Read(ref _receives);

    /// <summary>The number of messages that the worker received.</summary>
    public int Delivered => Volatile.Read(ref _delivered);

    /// <summary>The number of failed renewals.</summary>
    public int FailedRenewals => Volatile.Read(ref _failedRenewals);

    /// <summary>The visibility timeouts of renewals and of messages put back, oldest first.</summary>
    public IReadOnlyList<TimeSpan> Renewals => [.. _renewals];

    /// <summary>The completed messages.</summary>
    public IReadOnlyList<WorkMessage> Completed => [.. _completed];

    /// <summary>The texts in the queue, held or not.</summary>
    public IReadOnlyList<string> Texts => _inner.Texts;

    /// <summary>The texts in the poison queue.</summary>
    public IReadOnlyList<string> Poison => _inner.Poison;

    /// <inheritdoc />
    public Task<WorkMessage> SendAsync(WorkItem item, CancellationToken cancellationToken)
    {
        Sending.Pass();
        return _inner.SendAsync(item, cancellationToken);
    }

    /// <summary>Adds a message without waking the worker.</summary>
    public Task ArriveAsync(string text) => _inner.SendAsync(new WorkItem(TestWorker.Account, text), default);

    /// <summary>Sends a message for the account that most tests use.</summary>
    public Task SendAsync(string text, CancellationToken cancellationToken) =>
        SendAsync(new WorkItem(TestWorker.Account, text), cancellationToken);

    /// <summary>Receives a message like a worker in another process.</summary>
    public async Task<WorkMessage> TakeElsewhereAsync(TimeSpan visibilityTimeout) =>
        Assert.Single(await _inner.ReceiveAsync(Room.For(1, TestWorker.Account), visibilityTimeout, default));

    /// <summary>Whether the hold is still valid.</summary>
    public async Task<bool> IsHeldAsync(WorkMessage message) =>
        await _inner.RenewAsync(message, TimeSpan.FromHours(1), default) is not null;

    /// <inheritdoc />
    public async Task<IReadOnlyList<WorkMessage>> ReceiveAsync(
        Room room, TimeSpan visibilityTimeout, CancellationToken cancellationToken)
    {
        try
        {
            Receiving.Pass();
            var taken = await _inner.ReceiveAsync(room, visibilityTimeout, cancellationToken);
            Interlocked.Add(ref _delivered, taken.Count);
            return taken;
        }
        finally
        {
            Interlocked.Increment(ref _receives);
        }
    }

    /// <inheritdoc />
    public async Task<WorkMessage?> RenewAsync(
        WorkMessage message, TimeSpan visibilityTimeout, CancellationToken cancellationToken)
    {
        try
        {
            Renewing.Pass();
        }
        catch (IOException)
        {
            Interlocked.Increment(ref _failedRenewals);
            throw;
        }

        var renewed = await _inner.RenewAsync(message, visibilityTimeout, cancellationToken);
        if (renewed is not null)
        {
            _renewals.Enqueue(visibilityTimeout);
        }

        return renewed;
    }

    /// <inheritdoc />
    public async Task CompleteAsync(WorkMessage message, CancellationToken cancellationToken)
    {
        Completing.Pass();
        await _inner.CompleteAsync(message, cancellationToken);
        _completed.Enqueue(message);
    }

    /// <inheritdoc />
    public Task PoisonAsync(WorkMessage message, CancellationToken cancellationToken) =>
        _inner.PoisonAsync(message, cancellationToken);
}
