using System.Text.Json;
using MediaInfo.Core.Topics;
using MediaInfo.LocalStorage.Database;

namespace MediaInfo.LocalStorage.Topics;

/// <summary>Keeps published messages by the hour of their publication, so that old ones are easy to remove.</summary>
public sealed class LocalTopicMessages(LocalDatabase database) : ITopicMessageStore
{
    /// <inheritdoc />
    public Task WriteAsync(TopicMessage message, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(message, TopicJson.Default.TopicMessage);
        return database.WriteAsync(
            session =>
            {
                using var write = session.Use(
                    "INSERT INTO topic_messages (hour, account, id, document) VALUES (?1, ?2, ?3, ?4) "
                    + "ON CONFLICT DO UPDATE SET document = ?4");
                return Bind(write, message.Account, message.Id, message.PublishedAt).Bind(4, json).Run();
            },
            cancellationToken);
    }

    /// <inheritdoc />
    public Task<TopicMessage?> FindAsync(
        string account, string id, DateTimeOffset publishedAt, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(database.Read(session =>
        {
            using var find = session.Use("SELECT document FROM topic_messages WHERE hour = ?1 AND account = ?2 AND id = ?3");
            return Bind(find, account, id, publishedAt).Step()
                ? JsonSerializer.Deserialize(find.Bytes(0), TopicJson.Default.TopicMessage)
                : null;
        }));
    }

    private static Statement Bind(Statement statement, string account, string id, DateTimeOffset publishedAt) =>
        statement.Bind(1, StorageNames.HourOf(publishedAt)).Bind(2, account).Bind(3, id);
}
