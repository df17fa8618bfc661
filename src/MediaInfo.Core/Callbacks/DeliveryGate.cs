using MediaInfo.Core.Queues;

namespace MediaInfo.Core.Callbacks;

/// <summary>Limits concurrent deliveries to each target and backs off from targets that do not respond.</summary>
/// <remarks>
/// If all places of a target are taken, a delivery waits a moment, because a healthy target frees one soon. If the target hangs,
/// further deliveries are postponed at once, so that they block nothing else. A target that did not respond is left alone for a
/// time that grows with each failure, and is then probed with a single delivery.
/// </remarks>
/// <param name="places">Concurrent deliveries to one target.</param>
/// <param name="time">The clock.</param>
public sealed class DeliveryGate(int places, TimeProvider time)
{
    /// <summary>The longest time that an unresponsive target is left alone.</summary>
    public static readonly TimeSpan MaxBackOff = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    // Above this number, idle targets are dropped.
    private const int MaxIdle = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Target> _targets = new(StringComparer.Ordinal);
    private readonly long _start = time.GetTimestamp();

    private TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>Requests a place for a delivery to a target.</summary>
    /// <returns>A pass to dispose of after the delivery, or one that says how long to postpone it.</returns>
    public async Task<DeliveryPass> EnterAsync(string key, CancellationToken cancellationToken)
    {
        var patienceEnds = Now + Patience;
        while (true)
        {
            Task changes;
            lock (_lock)
            {
                var target = Find(key);
                if (target.ClosedUntil <= Now && target.Inside < (target.Failures > 0 ? 1 : places))
                {
                    target.Inside++;
                    var failures = target.Failures;
                    return new DeliveryPass(answered => Leave(key, target, answered, failures));
                }

                if (target.ClosedUntil > Now || target.Failures > 0 || patienceEnds <= Now)
                {
                    target.ClosedUntil = target.ClosedUntil > Now ? target.ClosedUntil : Now + ReturnSchedule.Spacing;
                    return new DeliveryPass(target.Returns.Next(Now, target.ClosedUntil));
                }

                changes = target.Changes.Next;
            }

            await WaitAsync(changes, patienceEnds - Now, cancellationToken);
        }
    }

    private async Task WaitAsync(Task changes, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (patience > TimeSpan.Zero)
        {
            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(changes, Task.Delay(patience, time, over.Token));
            await over.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    // Null says nothing about the target: the delivery was canceled. Concurrent deliveries that fail count as one failure.
    private void Leave(string key, Target target, bool? answered, int failuresBefore)
    {
        lock (_lock)
        {
            target.Inside--;
            if (answered is true)
            {
                (target.Failures, target.ClosedUntil) = (0, Now);
                target.Returns.Clear();
            }
            else if (answered is false && target.Failures == failuresBefore)
            {
                var backOff = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(target.Failures, 10)));
                target.Failures++;
                target.ClosedUntil = Now + (backOff < MaxBackOff ? backOff : MaxBackOff);
            }

            target.Changes.Raise();
            if (target.IsForgettable(Now))
            {
                _targets.Remove(key);
            }
        }
    }

    private Target Find(string key)
    {
        if (!_targets.TryGetValue(key, out var target))
        {
            if (_targets.Count >= MaxIdle)
            {
                foreach (var idle in _targets.Where(other => other.Value.Inside == 0).Select(other => other.Key).ToList())
                {
                    _targets.Remove(idle);
                }
            }

            _targets.Add(key, target = new Target());
        }

        return target;
    }

    private sealed class Target
    {
        public int Inside { get; set; }

        public int Failures { get; set; }

        public TimeSpan ClosedUntil { get; set; }

        public ReturnSchedule Returns { get; } = new();

        public Signal Changes { get; } = new();

        public bool IsForgettable(TimeSpan now) => Inside == 0 && Failures == 0 && ClosedUntil <= now && Returns.Last <= now;
    }
}
