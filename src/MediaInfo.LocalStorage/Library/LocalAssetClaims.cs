using System.Text.Json;
using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Claims;
using MediaInfo.LocalStorage.Database;

namespace MediaInfo.LocalStorage.Library;

/// <summary>Stores claims on names, by the names' digests, with optimistic concurrency by version number.</summary>
public sealed class LocalAssetClaims(LocalDatabase database) : IAssetClaims
{
    /// <inheritdoc />
    public Task<StoredClaim?> FindAsync(ClaimName name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(database.Read(session =>
        {
            using var find = session.Use(
                "SELECT version, document FROM claims WHERE account = ?1 AND kind = ?2 AND digest = ?3");
            return Bind(find, name).Step()
                && JsonSerializer.Deserialize(find.Bytes(1), LibraryJson.Default.AssetClaim) is { } claim
                ? new StoredClaim(name, claim, Versions.ETag(find.Number(0)))
                : null;
        }));
    }

    /// <inheritdoc />
    public Task<StoredClaim?> WriteAsync(
        ClaimName name, AssetClaim claim, StoredClaim? over, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(claim, LibraryJson.Default.AssetClaim);
        return database.WriteAsync(
            session =>
            {
                var version = session.NextVersion();
                using var write = session.Use(over is null
                    ? "INSERT INTO claims (account, kind, digest, version, document) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING"
                    : "UPDATE claims SET version = ?4, document = ?5 WHERE account = ?1 AND kind = ?2 AND digest = ?3 AND version = ?6");
                Bind(write, name).Bind(4, version).Bind(5, json);
                return (over is null ? write : write.Bind(6, Versions.Of(over.ETag))).Run() > 0
                    ? new StoredClaim(name, claim, Versions.ETag(version))
                    : null;
            },
            cancellationToken);
    }

    /// <inheritdoc />
    public Task RemoveAsync(StoredClaim read, CancellationToken cancellationToken) => database.WriteAsync(
        session =>
        {
            using var remove = session.Use(
                "DELETE FROM claims WHERE account = ?1 AND kind = ?2 AND digest = ?3 AND version = ?4");
            return Bind(remove, read.Name).Bind(4, Versions.Of(read.ETag)).Run();
        },
        cancellationToken);

    // A name is free text of any length, so its digest is the key.
    private static Statement Bind(Statement statement, ClaimName name) =>
        statement.Bind(1, name.Account).Bind(2, (int)name.Kind).Bind(3, StorageNames.DigestOf(name.Value));
}
