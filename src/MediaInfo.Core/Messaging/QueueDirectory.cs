using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Messaging;

/// <summary>Remembers the settings of queues, which every send and receive needs.</summary>
/// <remarks>Settings that another process changes are noticed within a minute.</remarks>
public sealed class QueueDirectory(IMessageQueues queues, TimeProvider time)
{
    private const int Capacity = 1_000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private readonly RecentCache<string, Entry> _cache = new(Capacity);

    /// <summary>The queue's settings; null without the queue.</summary>
    /// <exception cref="IOException">Storage is unavailable.</exception>
    public async Task<QueueSettings?> SettingsOfAsync(string queue, CancellationToken cancellationToken)
    {
        if (_cache.Find(queue) is { } known && time.GetElapsedTime(known.At) < Lifetime)
        {
            return known.Settings;
        }

        var at = time.GetTimestamp();
        if (await queues.FindAsync(queue, cancellationToken) is not { } found)
        {
            return null;
        }

        _cache.Keep(queue, new Entry(found.Settings, at));
        return found.Settings;
    }

    /// <summary>Forgets a queue that was created, changed or deleted, or that turned out to be missing.</summary>
    public void Forget(string queue) => _cache.Forget(queue);

    private sealed record Entry(QueueSettings Settings, long At);
}
