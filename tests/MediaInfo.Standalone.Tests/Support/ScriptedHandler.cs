using System.Collections.Concurrent;
using MediaInfo.Core.Queues;

namespace MediaInfo.Standalone.Tests.Support;

/// <summary>Does with each message what the test says, and keeps what came.</summary>
public sealed class ScriptedHandler : IMessageHandler
{
    private readonly ConcurrentQueue<string> _begun = new();
    private readonly ConcurrentQueue<string> _givenUp = new();
    private readonly Lock _lock = new();
    private int _running;
    private int _mostRunning;

    /// <summary>The work on a message; none at first.</summary>
    public Func<string, CancellationToken, Task> Work { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>How long a message is put off; null, as at first, for one that is done.</summary>
    public Func<string, TimeSpan?> PuttingOff { get; set; } = _ => null;

    /// <summary>What is done when a message is given up; nothing at first.</summary>
    public Action GivingUp { get; set; } = () => { };

    /// <summary>Every delivery that was begun.</summary>
    public IReadOnlyList<string> Begun => [.. _begun];

    /// <summary>Every message that was given up.</summary>
    public IReadOnlyList<string> GivenUp => [.. _givenUp];

    /// <summary>How many run now.</summary>
    public int Running => Volatile.Read(ref _running);

    /// <summary>How many ever ran at once.</summary>
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
