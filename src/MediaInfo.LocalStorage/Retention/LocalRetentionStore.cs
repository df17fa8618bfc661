using MediaInfo.Core.Jobs;
using MediaInfo.Core.Library;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Retention;
using MediaInfo.LocalStorage.Database;

namespace MediaInfo.LocalStorage.Retention;

/// <summary>Finds what is old by its keys, in chunks.</summary>
public sealed class LocalRetentionStore(LocalDatabase database) : IRetentionStore
{
    private const int Chunk = 1_000;
    private const int NonceParts = 2;
    private const int TopicMessageParts = 3;

    /// <inheritdoc />
    public IAsyncEnumerable<string> AccountsAsync(
        CancellationToken cancellationToken) => database.ReadChunksAsync<string, string>(
        "",
        static (session, last) =>
        {
            // One seek in each table, however many jobs an account has.
            using var next = session.Use(
                "SELECT min(account) FROM (SELECT min(account) AS account FROM jobs WHERE account > ?1 "
                + "UNION ALL SELECT min(account) FROM assets WHERE account > ?1)");
            return next.Bind(1, last).Step() && next.OptionalText(0) is { } account ? [account] : [];
        },
        account => account,
        full: 1,
        cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<HeldJobNote> HeldNotesAsync(CancellationToken cancellationToken) => database.ReadChunksAsync(
        (Account: "", Pipeline: "", Job: ""),
        static (session, last) =>
        {
            using var list = session.Use(
                "SELECT account, pipeline, job, version FROM held_jobs WHERE (account, pipeline, job) > (?1, ?2, ?3) "
                + "ORDER BY account, pipeline, job LIMIT ?4");
            list.Bind(1, last.Account).Bind(2, last.Pipeline).Bind(3, last.Job).Bind(4, Chunk);
            var notes = new List<HeldJobNote>();
            while (list.Step())
            {
                var held = new HeldJob(new JobKey(list.Text(0), list.Text(2)), list.Text(1));
                notes.Add(new HeldJobNote(held, Versions.ETag(list.Number(3))));
            }

            return notes;
        },
        note => (note.Held.Job.Account, note.Held.PipelineId, note.Held.Job.Id),
        Chunk,
        cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<AssetKey> DeletedAssetsAsync(
        string account, DateTimeOffset before, CancellationToken cancellationToken) => database.ReadChunksAsync(
        "",
        (session, last) =>
        {
            using var list = session.Use(
                "SELECT id FROM assets WHERE account = ?1 AND id > ?2 AND status = ?3 AND written < ?4 ORDER BY id LIMIT ?5");
            list.Bind(1, account).Bind(2, last).Bind(3, (int)AssetStatus.Deleted);
            list.Bind(4, before.ToUnixTimeMilliseconds()).Bind(5, Chunk);
            var keys = new List<AssetKey>();
            while (list.Step())
            {
                keys.Add(new AssetKey(account, list.Text(0)));
            }

            return keys;
        },
        key => key.Id,
        Chunk,
        cancellationToken);

    /// <inheritdoc />
    public Task<bool> RemoveAsync(StoredAsset read, CancellationToken cancellationToken) => database.WriteAsync(
        session =>
        {
            using var remove = session.Use(
                "DELETE FROM assets WHERE account = ?1 AND id = ?2 AND version = ?3 RETURNING document");
            var (account, id) = (read.Asset.Key.Account, read.Asset.Key.Id);
            if (!remove.Bind(1, account).Bind(2, id).Bind(3, Versions.Of(read.ETag)).Step())
            {
                return false;
            }

            Documents.Remove(session, remove.Number(0));
            return true;
        },
        cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<string> NoncesAsync(DateTimeOffset before, CancellationToken cancellationToken) => NamesAsync(
        "SELECT hour || '/' || digest FROM nonces WHERE (hour, digest) > (?1, ?2) AND hour < ?3 ORDER BY hour, digest LIMIT ?4",
        NonceParts,
        before,
        cancellationToken);

    /// <inheritdoc />
    public Task RemoveNonceAsync(string name, CancellationToken cancellationToken) =>
        RemoveNamedAsync("DELETE FROM nonces WHERE hour = ?1 AND digest = ?2", NonceParts, name, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<string> TopicMessagesAsync(DateTimeOffset before, CancellationToken cancellationToken) => NamesAsync(
        "SELECT hour || '/' || account || '/' || id FROM topic_messages "
        + "WHERE (hour, account, id) > (?1, ?2, ?3) AND hour < ?4 ORDER BY hour, account, id LIMIT ?5",
        TopicMessageParts,
        before,
        cancellationToken);

    /// <inheritdoc />
    public Task RemoveTopicMessageAsync(string name, CancellationToken cancellationToken) => RemoveNamedAsync(
        "DELETE FROM topic_messages WHERE hour = ?1 AND account = ?2 AND id = ?3", TopicMessageParts, name, cancellationToken);

    // The statement takes the parts of the last name, then the end, then the most names.
    private IAsyncEnumerable<string> NamesAsync(
        string select, int parts, DateTimeOffset before, CancellationToken cancellationToken)
    {
        // The hour of the given time has not ended.
        var end = StorageNames.HourOf(before);
        return database.ReadChunksAsync(
            "",
            (session, last) =>
            {
                using var list = session.Use(select);
                BindParts(list, last, parts).Bind(parts + 1, end).Bind(parts + 2, Chunk);
                var names = new List<string>();
                while (list.Step())
                {
                    names.Add(list.Text(0));
                }

                return names;
            },
            name => name,
            Chunk,
            cancellationToken);
    }

    private Task<int> RemoveNamedAsync(string delete, int parts, string name, CancellationToken cancellationToken) =>
        database.WriteSoonAsync(
            session =>
            {
                using var remove = session.Use(delete);
                return BindParts(remove, name, parts).Run();
            },
            cancellationToken);

    // Nothing comes before a name of empty parts, and no row has one.
    private static Statement BindParts(Statement statement, string name, int parts)
    {
        var split = name.Split('/');
        for (var part = 0; part < parts; part++)
        {
            statement.Bind(part + 1, split.Length == parts ? split[part] : "");
        }

        return statement;
    }
}
