using System.Text.Json;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Messaging;
using MediaInfo.Core.Topics;
using MediaInfo.LocalStorage.Database;

namespace MediaInfo.LocalStorage.Topics;

/// <summary>Stores topics with their subscriptions, with optimistic concurrency by version number.</summary>
public sealed class LocalTopicStore(LocalDatabase database) : ITopicStore
{
    /// <inheritdoc />
    public Task<StoredTopic?> FindAsync(string account, string name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(database.Read(session =>
        {
            using var find = session.Use("SELECT version, document FROM topics WHERE account = ?1 AND name = ?2");
            return find.Bind(1, account).Bind(2, name).Step()
                && JsonSerializer.Deserialize(find.Bytes(1), TopicJson.Default.Topic) is { } topic
                ? new StoredTopic(topic, Versions.ETag(find.Number(0)))
                : null;
        }));
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> NamesAsync(string account, string prefix, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(database.Read<IReadOnlyList<string>>(session =>
        {
            using var list = session.Use(
                "SELECT name FROM topics WHERE account = ?1 AND substr(name, 1, length(?2)) = ?2 ORDER BY name");
            list.Bind(1, account).Bind(2, prefix);
            var names = new List<string>();
            while (list.Step())
            {
                names.Add(list.Text(0));
            }

            return names;
        }));
    }

    /// <inheritdoc />
    public Task<bool> WriteAsync(string account, Topic topic, string? etag, CancellationToken cancellationToken)
    {
        if (!JobKey.IsLegalAccount(account) || !QueueName.IsLegal(topic.Name))
        {
            throw new ArgumentException("The topic's name is invalid", nameof(topic));
        }

        var json = JsonSerializer.SerializeToUtf8Bytes(topic, TopicJson.Default.Topic);
        return database.WriteAsync(
            session =>
            {
                using var write = session.Use(etag is null
                    ? "INSERT INTO topics (account, name, version, document) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING"
                    : "UPDATE topics SET version = ?3, document = ?4 WHERE account = ?1 AND name = ?2 AND version = ?5");
                write.Bind(1, account).Bind(2, topic.Name).Bind(3, session.NextVersion()).Bind(4, json);
                return (etag is null ? write : write.Bind(5, Versions.Of(etag))).Run() > 0;
            },
            cancellationToken);
    }

    /// <inheritdoc />
    public Task RemoveAsync(string account, string name, CancellationToken cancellationToken) => database.WriteAsync(
        session =>
        {
            using var remove = session.Use("DELETE FROM topics WHERE account = ?1 AND name = ?2");
            return remove.Bind(1, account).Bind(2, name).Run();
        },
        cancellationToken);
}
