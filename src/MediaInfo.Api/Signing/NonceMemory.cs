using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace MediaInfo.Api.Signing;

/// <summary>Remembers the nonces of accepted requests, longer than any of them could be replayed.</summary>
/// <remarks>Of each a digest, since a caller may send a long one.</remarks>
public sealed class NonceMemory(TimeProvider time)
{
    private static readonly TimeSpan Kept = SignatureClock.Window * 2;
    private readonly ConcurrentDictionary<UInt128, DateTimeOffset> _seen = new();
    private long _nextSweep;

    /// <summary>Whether the key has used the nonce.</summary>
    public bool Knows(string accessKeyId, string nonce) => _seen.ContainsKey(DigestOf(accessKeyId, nonce));

    /// <summary>Whether this is the nonce's first use by the key; the use is remembered.</summary>
    public bool TryUse(string accessKeyId, string nonce)
    {
        var now = time.GetUtcNow();
        Sweep(now);
        return _seen.TryAdd(DigestOf(accessKeyId, nonce), now);
    }

    private static UInt128 DigestOf(string accessKeyId, string nonce) =>
        BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{accessKeyId.Length}:{accessKeyId}{nonce}")));

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
