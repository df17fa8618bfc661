using MediaInfo.Core.Jobs;
using MediaInfo.Core.Library;

namespace MediaInfo.TestSupport.Library;

/// <summary>Asset documents in memory.</summary>
public sealed class FakeAssets(Interruptions interruptions) : IAssetStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<AssetKey, (Asset Asset, int Version)> _assets = [];
    private int _version;

    /// <summary>Runs before the next reads and writes and may wait, so that tests can interleave other operations.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    public IReadOnlyList<Asset> Live
    {
        get
        {
            lock (_lock)
            {
                return [.. _assets.Values.Select(stored => stored.Asset).Where(asset => asset.IsLive)];
            }
        }
    }

    public async Task<bool> AddAsync(Asset asset, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!new JobKey(asset.Key.Account, asset.Key.Id).IsLegal)
        {
            throw new ArgumentException("The asset key is invalid", nameof(asset));
        }

        await Before(nameof(AddAsync));
        lock (_lock)
        {
            return interruptions.Write(() => _assets.TryAdd(asset.Key, (asset, ++_version)));
        }
    }

    public async Task<StoredAsset?> FindAsync(AssetKey key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Before(nameof(FindAsync));
        lock (_lock)
        {
            return _assets.TryGetValue(key, out var stored) ? new StoredAsset(stored.Asset, $"{stored.Version}") : null;
        }
    }

    public async Task<bool> ReplaceAsync(StoredAsset read, Asset next, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Before(nameof(ReplaceAsync));
        lock (_lock)
        {
            return interruptions.Write(() =>
            {
                var isNewest = _assets.TryGetValue(next.Key, out var stored)
                    && string.Equals($"{stored.Version}", read.ETag, StringComparison.Ordinal);
                if (isNewest)
                {
                    _assets[next.Key] = (next, ++_version);
                }

                return isNewest;
            });
        }
    }

    public async IAsyncEnumerable<AssetEntry> ListAsync(
        string account, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Before(nameof(ListAsync));
        foreach (var asset in Live.Where(asset => string.Equals(asset.Key.Account, account, StringComparison.Ordinal)).OrderBy(
            asset => asset.Key.Id, StringComparer.Ordinal))
        {
            yield return new AssetEntry(asset.Key.Id, asset.Status, asset.MediaType, asset.BusinessType, asset.CreatedAt);
        }
    }
}
