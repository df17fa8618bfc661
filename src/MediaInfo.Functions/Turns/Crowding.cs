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

    /// <summary>Tries until it succeeds or patience is over.</summary>
    /// <param name="attempt">Returns null when it succeeded, or a task that completes when it may be worth another try.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>Null on success; otherwise when to come back.</returns>
    public async Task<TimeSpan?> WaitAsync(Func<Task<Task?>> attempt, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        while (await attempt() is { } change)
        {
            if (Patience - time.GetElapsedTime(begun) is var left && left <= TimeSpan.Zero)
            {
                return PutOff();
            }

            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(change, Task.Delay(left, time, over.Token));
            await over.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            begun = change.IsCompleted ? time.GetTimestamp() : begun;
        }

        return null;
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
