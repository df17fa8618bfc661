using System.Text.Json;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Library;
using MediaInfo.LocalStorage.Database;

namespace MediaInfo.LocalStorage.Library;

/// <summary>Stores asset documents, with optimistic concurrency by version number.</summary>
public sealed class LocalAssetStore(LocalDatabase database, TimeProvider time) : IAssetStore
{
    private const int Chunk = 5_000;

    /// <inheritdoc />
    public Task<bool> AddAsync(Asset asset, CancellationToken cancellationToken)
    {
        if (!new JobKey(asset.Key.Account, asset.Key.Id).IsLegal)
        {
            throw new ArgumentException("The asset key is invalid", nameof(asset));
        }

        var json = JsonSerializer.SerializeToUtf8Bytes(asset, LibraryJson.Default.Asset);
        return database.WriteAsync(
            session =>
            {
                var version = session.NextVersion();
                using var add = session.Use(
                    "INSERT INTO assets (account, id, version, status, media_type, business_type, created, written, document) "
                    + "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?3) ON CONFLICT DO NOTHING");
                if (Bind(add, asset, version).Run() == 0)
                {
                    return false;
                }

                Documents.Add(session, version, json);
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc />
    public Task<bool> ReplaceAsync(StoredAsset read, Asset next, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(next, LibraryJson.Default.Asset);
        return database.WriteAsync(
            session =>
            {
                using var replace = session.Use(
                    "UPDATE assets SET version = ?3, status = ?4, media_type = ?5, business_type = ?6, created = ?7, written = ?8 "
                    + "WHERE account = ?1 AND id = ?2 AND version = ?9 RETURNING document");
                if (!Bind(replace, next, session.NextVersion()).Bind(9, Versions.Of(read.ETag)).Step())
                {
                    return false;
                }

                Documents.Replace(session, replace.Number(0), json);
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc />
    public Task<StoredAsset?> FindAsync(AssetKey key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(database.Read(session =>
        {
            using var find = session.Use(
                "SELECT assets.version, documents.document FROM assets JOIN documents ON documents.number = assets.document "
                + "WHERE account = ?1 AND id = ?2");
            return find.Bind(1, key.Account).Bind(2, key.Id).Step()
                && JsonSerializer.Deserialize(find.Bytes(1), LibraryJson.Default.Asset) is { } asset
                ? new StoredAsset(asset, Versions.ETag(find.Number(0)))
                : null;
        }));
    }

    /// <inheritdoc />
    public IAsyncEnumerable<AssetEntry> ListAsync(string account, CancellationToken cancellationToken) =>
        database.ReadChunksAsync(
            "", (session, last) => ReadChunk(session, account, last), entry => entry.Id, Chunk, cancellationToken);

    private static List<AssetEntry> ReadChunk(Session session, string account, string last)
    {
        using var list = session.Use(
            "SELECT id, status, media_type, business_type, created FROM assets "
            + "WHERE account = ?1 AND id > ?2 AND status <> ?3 ORDER BY id LIMIT ?4");
        list.Bind(1, account).Bind(2, last).Bind(3, (int)AssetStatus.Deleted).Bind(4, Chunk);
        var entries = new List<AssetEntry>();
        while (list.Step())
        {
            var created = DateTimeOffset.FromUnixTimeMilliseconds(list.Number(4));
            var status = (AssetStatus)list.Number(1);
            entries.Add(new AssetEntry(list.Text(0), status, list.OptionalText(2), list.Text(3), created));
        }

        return entries;
    }

    private Statement Bind(Statement statement, Asset asset, long version) => statement
        .Bind(1, asset.Key.Account)
        .Bind(2, asset.Key.Id)
        .Bind(3, version)
        .Bind(4, (int)asset.Status)
        .Bind(5, asset.MediaType)
        .Bind(6, asset.BusinessType)
        .Bind(7, asset.CreatedAt.ToUnixTimeMilliseconds())
        .Bind(8, time.GetUtcNow().ToUnixTimeMilliseconds());
}
