using MediaInfo.Core.Library.Claims;
using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Library;

/// <summary>Finds and lists assets.</summary>
public sealed class AssetCatalog(IAssetStore assets, AssetNames names)
{
    /// <summary>The account's asset with the id; null if there is none.</summary>
    public async Task<Asset?> FindAsync(string account, string id, CancellationToken cancellationToken) =>
        (await assets.FindAsync(new AssetKey(account, id), cancellationToken))?.Asset is { IsLive: true } asset ? asset : null;

    /// <summary>The account's asset for the object; null if it is not registered.</summary>
    public Task<Asset?> FindAsync(string account, ObjectRef source, CancellationToken cancellationToken) =>
        names.FindHolderAsync(ClaimName.Of(account, source), cancellationToken);

    /// <summary>Returns a page of the account's assets. Assets registered between two pages cause no repeats or gaps.</summary>
    public async Task<AssetPage> ListAsync(string account, AssetQuery query, CancellationToken cancellationToken)
    {
        var found = new List<AssetEntry>();
        await foreach (var entry in assets.ListAsync(account, cancellationToken))
        {
            if (query.Fits(entry))
            {
                found.Add(entry);
            }
        }

        if (query.Ascending)
        {
            found.Reverse();
        }

        var left = found.Where(query.IsLeft).ToList();
        var ids = left.Take(query.Max).Select(entry => entry.Id).ToList();
        var read = await Task.WhenAll(ids.Select(id => FindAsync(account, id, cancellationToken)));
        return new AssetPage([.. read.OfType<Asset>()], found.Count, left.Count > ids.Count ? ids[^1] : null);
    }
}
