using System.Text.Json;
using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Events;
using MediaInfo.LocalStorage.Database;

namespace MediaInfo.LocalStorage.Library;

/// <summary>Stores the event subscriptions of accounts.</summary>
public sealed class LocalEventCallbacks(LocalDatabase database) : IEventCallbackStore
{
    /// <inheritdoc />
    public Task<EventCallback?> FindAsync(string account, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(database.Read(session =>
        {
            using var find = session.Use("SELECT document FROM event_callbacks WHERE account = ?1");
            return find.Bind(1, account).Step()
                ? JsonSerializer.Deserialize(find.Bytes(0), LibraryJson.Default.EventCallback)
                : null;
        }));
    }

    /// <inheritdoc />
    public Task WriteAsync(string account, EventCallback callback, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(callback, LibraryJson.Default.EventCallback);
        return database.WriteAsync(
            session =>
            {
                using var write = session.Use(
                    "INSERT INTO event_callbacks (account, document) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET document = ?2");
                return write.Bind(1, account).Bind(2, json).Run();
            },
            cancellationToken);
    }
}
