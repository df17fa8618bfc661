using MediaInfo.Core.Objects;
using MediaInfo.LocalStorage.Database;

namespace MediaInfo.LocalStorage.Objects;

/// <summary>The files that this service wrote: for which account, with which type, and as which version.</summary>
internal static class WrittenObjects
{
    /// <summary>The type with which the service wrote this version; null if it did not write it.</summary>
    public static string? TypeOf(LocalDatabase database, ObjectRef source, string etag) => database.Read(session =>
    {
        using var find = session.Use("SELECT content_type FROM written_objects WHERE bucket = ?1 AND key = ?2 AND etag = ?3");
        return find.Bind(1, source.Bucket).Bind(2, source.Key).Bind(3, etag).Step() ? find.Text(0) : null;
    });

    /// <summary>Whether the service wrote this version for the owner.</summary>
    public static bool IsOf(LocalDatabase database, ObjectRef source, string etag, string owner) => database.Read(session =>
    {
        using var find = session.Use(
            "SELECT 1 FROM written_objects WHERE bucket = ?1 AND key = ?2 AND etag = ?3 AND owner = ?4");
        return find.Bind(1, source.Bucket).Bind(2, source.Key).Bind(3, etag).Bind(4, owner).Step();
    });

    /// <summary>Records a version before it gets its name, so that no crash leaves a file whose owner is unknown.</summary>
    public static Task AddAsync(
        LocalDatabase database,
        ObjectRef source,
        string etag,
        string owner,
        string contentType,
        CancellationToken cancellationToken) => database.WriteAsync(
        session =>
        {
            using var add = session.Use(
                "INSERT INTO written_objects (bucket, key, etag, owner, content_type) VALUES (?1, ?2, ?3, ?4, ?5) "
                + "ON CONFLICT DO UPDATE SET owner = ?4, content_type = ?5");
            return add.Bind(1, source.Bucket).Bind(2, source.Key).Bind(3, etag).Bind(4, owner).Bind(5, contentType).Run();
        },
        cancellationToken);

    /// <summary>Forgets all other versions of an object.</summary>
    public static Task KeepOnlyAsync(
        LocalDatabase database, ObjectRef source, string etag, CancellationToken cancellationToken) => database.WriteSoonAsync(
        session =>
        {
            using var remove = session.Use("DELETE FROM written_objects WHERE bucket = ?1 AND key = ?2 AND etag <> ?3");
            return remove.Bind(1, source.Bucket).Bind(2, source.Key).Bind(3, etag).Run();
        },
        cancellationToken);

    /// <summary>Forgets an object that was removed.</summary>
    public static Task RemoveAsync(
        LocalDatabase database, ObjectRef source, CancellationToken cancellationToken) => database.WriteSoonAsync(
        session =>
        {
            using var remove = session.Use("DELETE FROM written_objects WHERE bucket = ?1 AND key = ?2");
            return remove.Bind(1, source.Bucket).Bind(2, source.Key).Run();
        },
        cancellationToken);
}
