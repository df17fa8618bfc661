namespace MediaInfo.Core.Library.Search;

/// <summary>Searches assets. A list decides what it can; only the rest is read.</summary>
public sealed class AssetSearch(IAssetStore assets, AssetCatalog catalog)
{
    /// <summary>The maximum number of documents that one search reads, beside those of the page.</summary>
    public const int MaxReads = 10_000;

    private const int ReadsAtOnce = 32;

    /// <summary>A page of the account's assets that meet the condition.</summary>
    /// <returns>Null if more documents than <see cref="MaxReads"/> would have to be read.</returns>
    /// <exception cref="IOException">Storage is unavailable.</exception>
    public async Task<AssetPage?> FindAsync(string account, AssetSearchQuery query, CancellationToken cancellationToken)
    {
        var (candidates, reads) = await ListAsync(account, query, cancellationToken);
        if (reads > MaxReads)
        {
            return null;
        }

        var found = reads == 0 ? candidates : await ReadAsync(account, query, candidates, cancellationToken);
        if (query.Ascending)
        {
            found.Reverse();
        }

        var page = PageOf(found, query);
        var shown = await Task.WhenAll(page.Select(id => catalog.FindAsync(account, id, cancellationToken)));
        return new AssetPage([.. shown.OfType<Asset>()], found.Count, page.Count > 0 ? page[^1] : null);
    }

    private static List<string> PageOf(List<string> found, AssetSearchQuery query)
    {
        var start = query is { Token: { } token, PageNumber: 1 }
            ? IndexAfter(found, token, query)
            : (query.PageNumber - 1L) * query.PageSize;
        return start >= found.Count ? [] : [.. found.Skip((int)start).Take(query.PageSize)];
    }

    // The asset of the token may be deleted by now. Ids sort by registration; in another order the page then begins anew.
    private static int IndexAfter(List<string> found, string token, AssetSearchQuery query)
    {
        if (query.ByChange)
        {
            return found.IndexOf(token) + 1;
        }

        var next = found.FindIndex(
            id => string.CompareOrdinal(id, token) is var order && (query.Ascending ? order < 0 : order > 0));
        return next < 0 ? found.Count : next;
    }

    private async Task<(List<string> Ids, int Reads)> ListAsync(
        string account, AssetSearchQuery query, CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        var reads = 0;
        await foreach (var entry in assets.ListAsync(account, cancellationToken))
        {
            var met = query.Condition.IsMetBy(entry);
            if (met is not false)
            {
                ids.Add(entry.Id);
                reads += met is null || query.ByChange ? 1 : 0;
            }
        }

        return (ids, reads);
    }

    // Newest first, as the list is.
    private async Task<List<string>> ReadAsync(
        string account, AssetSearchQuery query, List<string> candidates, CancellationToken cancellationToken)
    {
        var found = new List<(string Id, DateTimeOffset ChangedAt)>();
        foreach (var ids in candidates.Chunk(ReadsAtOnce))
        {
            var read = await Task.WhenAll(ids.Select(id => catalog.FindAsync(account, id, cancellationToken)));
            found.AddRange(read.OfType<Asset>().Where(query.Condition.IsMetBy).Select(asset => (asset.Key.Id, asset.ModifiedAt)));
        }

        var sorted = query.ByChange ? found.OrderByDescending(asset => asset.ChangedAt) : found.AsEnumerable();
        return [.. sorted.Select(asset => asset.Id)];
    }
}
