using System.Collections.Concurrent;
using MediaInfo.Core.Queues;

namespace MediaInfo.Standalone.Tests.Support;

/// <summary>Handles each message as the test says, and records the deliveries.</summary>
public sealed class ScriptedHandler : IMessageHandler
{
    private readonly ConcurrentQueue<string> _begun = new();
    private readonly ConcurrentQueue<string> _givenUp = new();
    private readonly Lock _lock = new();
    private int _running;
    private int _mostRunning;

    /// <summary>The work on a message. Does nothing by default.</summary>
    public Func<string, CancellationToken, Task> Work { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>How long to postpone a message; null, the default, if it is done.</summary>
    public Func<string, TimeSpan?> PuttingOff { get; set; } = _ => null;

    /// <summary>Called when a message is given up. Does nothing by default.</summary>
    public Action GivingUp { get; set; } = () => { };

    /// <summary>Every delivery that has started.</summary>
    public IReadOnlyList<string> Begun => [.. _begun];

    /// <summary>Every message given up.</summary>
    public IReadOnlyList<string> GivenUp => [.. _givenUp];

    /// <summary>The number of deliveries running now.</summary>
    public int Running => Volatile.Read(ref _running);

    /// <summary>The highest number of deliveries that ran at once.</summary>
    public int MostRunning => Volatile.Read(ref _mostRunning);

    /// <inheritdoc />
    public async Task<TimeSpan?> HandleAsync(string text, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _running++;
            _mostRunning = Math.Max(_mostRunning, _running);
        }

        _begun.Enqueue(text);
        try
        {
            await Work(text, cancellationToken);
            return PuttingOff(text);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    /// <inheritdoc />
    public Task GiveUpAsync(string text, CancellationToken cancellationToken)
    {
        GivingUp();
        _givenUp.Enqueue(text);
        return Task.CompletedTask;
    }
}
