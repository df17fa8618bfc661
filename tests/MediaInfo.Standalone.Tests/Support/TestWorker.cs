using MediaInfo.Core.Queues;
using MediaInfo.Standalone.Workers;
using MediaInfo.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;

namespace MediaInfo.Standalone.Tests.Support;

/// <summary>A worker on an in-memory queue, with a clock that the test moves.</summary>
public sealed class TestWorker : IAsyncDisposable
{
    /// <summary>The account of most messages.</summary>
    public const string Account = "account";

    /// <summary>Another account.</summary>
    public const string Other = "other";

    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);
    private readonly QueueWorker _worker;

    private TestWorker(FairShares shares, QueueWorkerLimits limits)
    {
        Memory = new ObservedQueue(Time);
        Signal = new WorkSignal(Time);
        Queue = new SignallingQueue(Memory, Signal);
        _worker = new QueueWorker(Queue, Signal, Handler, shares, limits, Time, NullLogger<QueueWorker>.Instance);
    }

    /// <summary>The clock of the worker and the queue.</summary>
    public ManualTimeProvider Time { get; } = new();

    /// <summary>The queue itself. Messages sent here raise no signal.</summary>
    public ObservedQueue Memory { get; }

    /// <summary>The queue as this process sends to it.</summary>
    public SignallingQueue Queue { get; }

    /// <summary>Wakes the worker.</summary>
    public WorkSignal Signal { get; }

    /// <summary>What happens with messages.</summary>
    public ScriptedHandler Handler { get; } = new();

    /// <summary>
    /// Creates a worker without starting it. By default its messages stay hidden for an hour, so that no hold expires by
    /// accident.
    /// </summary>
    public static TestWorker Create(
        int concurrency = 1,
        int maxDeliveries = 100,
        TimeSpan? visibilityTimeout = null,
        TimeSpan? idlePause = null,
        int guests = 0) =>
        new(
            new FairShares([Account, Other], concurrency, guests),
            new QueueWorkerLimits(
                new DeliveryLimits(maxDeliveries, visibilityTimeout ?? TimeSpan.FromHours(1)),
                idlePause ?? TimeSpan.FromSeconds(1)));

    /// <summary>Starts it.</summary>
    public Task StartAsync() => _worker.StartAsync(default);

    /// <summary>Asks it to stop. The token ends the grace period.</summary>
    public Task StopAsync(CancellationToken grace) => _worker.StopAsync(grace).WaitAsync(Deadline, CancellationToken.None);

    /// <summary>Advances the clock step by step until the condition holds.</summary>
    public Task PassesAsync(string what, TimeSpan step, Func<bool> condition) => Eventually.HoldsAsync(what, () =>
    {
        if (condition())
        {
            return true;
        }

        Time.Advance(step);
        return false;
    });

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        using var over = new CancellationTokenSource();
        await over.CancelAsync();
        await StopAsync(over.Token);
        _worker.Dispose();
        Signal.Dispose();
    }
}
