using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MediaInfo.LocalStorage.Database;

/// <summary>One document for each account, with optimistic concurrency by version number.</summary>
/// <param name="database">The database.</param>
/// <param name="table">The table, which has the columns account, version and document.</param>
/// <param name="type">How the document is written.</param>
internal sealed class AccountDocuments<T>(LocalDatabase database, string table, JsonTypeInfo<T> type)
    where T : class
{
    /// <summary>The account's document and its ETag; null if there is none.</summary>
    public (T Document, string ETag)? Find(string account, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return database.Read<(T, string)?>(session =>
        {
            using var find = session.Use($"SELECT version, document FROM {table} WHERE account = ?1");
            return find.Bind(1, account).Step() && JsonSerializer.Deserialize(find.Bytes(1), type) is { } document
                ? (document, Versions.ETag(find.Number(0)))
                : null;
        });
    }

    /// <summary>Replaces the version with the ETag, or stores the first one if that is null.</summary>
    /// <returns>False if another writer interfered.</returns>
    public Task<bool> WriteAsync(string account, T document, string? over, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(document, type);
        return database.WriteAsync(
            session =>
            {
                using var write = session.Use(over is null
                    ? $"INSERT INTO {table} (account, version, document) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING"
                    : $"UPDATE {table} SET version = ?2, document = ?3 WHERE account = ?1 AND version = ?4");
                write.Bind(1, account).Bind(2, session.NextVersion()).Bind(3, json);
                return (over is null ? write : write.Bind(4, Versions.Of(over))).Run() > 0;
            },
            cancellationToken);
    }
}
