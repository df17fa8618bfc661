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
    private readonly ConcurrentDictionary<UInt128, long> _seen = new();
    private long _lastSweep = time.GetTimestamp();

    /// <summary>Whether the key has used the nonce.</summary>
    public bool Knows(string accessKeyId, string nonce) => _seen.ContainsKey(DigestOf(accessKeyId, nonce));

    /// <summary>Whether this is the key's first use of the nonce; records the use.</summary>
    public bool TryUse(string accessKeyId, string nonce)
    {
        var now = time.GetTimestamp();
        Sweep(now);
        return _seen.TryAdd(DigestOf(accessKeyId, nonce), now);
    }

    private static UInt128 DigestOf(string accessKeyId, string nonce) =>
        BinaryPrimitives.ReadUInt128BigEndian(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{accessKeyId.Length}:{accessKeyId}{nonce}")));

    // By elapsed time: if somebody sets the clock, nothing is forgotten too early, or never.
    private void Sweep(long now)
    {
        var last = Interlocked.Read(ref _lastSweep);
        if (time.GetElapsedTime(last, now) < SignatureClock.Window
            || Interlocked.CompareExchange(ref _lastSweep, now, last) != last)
        {
            return;
        }

        foreach (var (use, at) in _seen)
        {
            if (time.GetElapsedTime(at, now) > Retention)
            {
                _seen.TryRemove(use, out _);
            }
        }
    }
}
