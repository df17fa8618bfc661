using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace MediaInfo.Api.Gateway.Signing;

/// <summary>Remembers the nonces of accepted requests for longer than they could be replayed.</summary>
/// <remarks>Stores digests, because a caller may send a long nonce.</remarks>
public sealed class NonceMemory(TimeProvider time)
{
    private static readonly TimeSpan Retention = SignatureClock.Window * 2;
    private readonly ConcurrentDictionary<UInt128, DateTimeOffset> _seen = new();
    private long _nextSweep;

    /// <summary>Whether the key has used the nonce.</summary>
    public bool Knows(string accessKeyId, string nonce) => _seen.ContainsKey(DigestOf(accessKeyId, nonce));

    /// <summary>Whether this is the key's first use of the nonce; records the use.</summary>
    public bool TryUse(string accessKeyId, string nonce)
    {
        var now = time.GetUtcNow();
        Sweep(now);
        return _seen.TryAdd(DigestOf(accessKeyId, nonce), now);
    }

    private static UInt128 DigestOf(string accessKeyId, string nonce) =>
        BinaryPrimitives.ReadUInt128BigEndian(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{accessKeyId.Length}:{accessKeyId}{nonce}")));

    private void Sweep(DateTimeOffset now)
    {
        var due = Interlocked.Read(ref _nextSweep);
        if (now.UtcTicks < due || Interlocked.CompareExchange(ref _nextSweep, (now + SignatureClock.Window).UtcTicks, due) != due)
        {
            return;
        }

        foreach (var (use, at) in _seen)
        {
            if (now - at > Retention)
            {
                _seen.TryRemove(use, out _);
            }
        }
    }
}
