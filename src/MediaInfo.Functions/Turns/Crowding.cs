using MediaInfo.Core.Queues;

namespace MediaInfo.Functions.Turns;

/// <summary>Waits for room in this instance; work that finds none soon leaves, so that it keeps no other work out.</summary>
public sealed class Crowding(TimeProvider time)
{
    /// <summary>How long work waits here while no other work ends. Most jobs take less.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly ReturnSchedule _returns = new();
    private readonly long _start = time.GetTimestamp();
    private int _waiting;

    /// <summary>Whether work was put off, has yet to come back, and none waits here to take its place.</summary>
    public bool IsShortOfTurns
    {
        get
        {
            lock (_lock)
            {
                return _waiting == 0 && _returns.Last > time.GetElapsedTime(_start);
            }
        }
    }

    /// <summary>Tries until it succeeds or patience is over.</summary>
    /// <param name="attempt">Returns null when it succeeded, or a task that completes when it may be worth another try.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>Null on success; otherwise when to come back.</returns>
    public async Task<TimeSpan?> WaitAsync(Func<Task<Task?>> attempt, CancellationToken cancellationToken)
    {
        if (await attempt() is not { } change)
        {
            return null;
        }

        Count(1);
        try
        {
            return await WaitAsync(attempt, change, cancellationToken);
        }
        finally
        {
            Count(-1);
        }
    }

    private async Task<TimeSpan?> WaitAsync(Func<Task<Task?>> attempt, Task change, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        for (Task? next = change; next is not null; next = await attempt())
        {
            if (Patience - time.GetElapsedTime(begun) is var left && left <= TimeSpan.Zero)
            {
                return PutOff();
            }

            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(next, Task.Delay(left, time, over.Token));
            await over.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            begun = next.IsCompleted ? time.GetTimestamp() : begun;
        }

        return null;
    }

    private void Count(int waiting)
    {
        lock (_lock)
        {
            _waiting += waiting;
        }
    }

    private TimeSpan PutOff()
    {
        lock (_lock)
        {
            var now = time.GetElapsedTime(_start);
            return _returns.Next(now, earliest: now);
        }
    }
}
