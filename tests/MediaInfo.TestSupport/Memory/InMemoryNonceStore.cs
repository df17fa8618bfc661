using System.Collections.Concurrent;
using MediaInfo.Core.Accounts;

namespace MediaInfo.TestSupport.Memory;

/// <summary>Used nonces in memory.</summary>
public sealed class InMemoryNonceStore : INonceStore
{
    private readonly ConcurrentDictionary<(string AccessKeyId, string Nonce), DateTimeOffset> _used = new();

    /// <summary>Makes calls fail.</summary>
    public Outage Outage { get; } = new();

    /// <inheritdoc />
    public async Task<bool> TryUseAsync(
        string accessKeyId, string nonce, DateTimeOffset signedAt, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        Outage.Pass();
        return _used.TryAdd((accessKeyId, nonce), signedAt);
    }
}
