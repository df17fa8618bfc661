using System.Collections.Concurrent;

namespace MediaInfo.Api.Signing;

/// <summary>Remembers the nonces of accepted requests, longer than any of them could be replayed.</summary>
public sealed class NonceMemory(TimeProvider time)
{
    private static readonly TimeSpan Kept = SignatureClock.Window * 2;
    private readonly ConcurrentDictionary<(string KeyId, string Nonce), DateTimeOffset> _seen = new();
    private long _nextSweep;

    /// <summary>Whether this is the nonce's first use by the key; the use is remembered.</summary>
    public bool TryUse(string accessKeyId, string nonce)
    {
        var now = time.GetUtcNow();
        Sweep(now);
        return _seen.TryAdd((accessKeyId, nonce), now);
    }

    private void Sweep(DateTimeOffset now)
    {
        var due = Interlocked.Read(ref _nextSweep);
        if (now.UtcTicks < due || Interlocked.CompareExchange(ref _nextSweep, (now + SignatureClock.Window).UtcTicks, due) != due)
        {
            return;
        }

        foreach (var (use, at) in _seen)
        {
            if (now - at > Kept)
            {
                _seen.TryRemove(use, out _);
            }
        }
    }
}
