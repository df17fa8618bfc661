using System.Globalization;
using MediaInfo.Core.Messaging;
using MediaInfo.Core.Topics;

namespace MediaInfo.TestSupport.Memory;

/// <summary>Topics, published messages and the signing key in memory.</summary>
public sealed class InMemoryTopics : ITopicStore, ITopicMessageStore, ISigningKeyStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Account, string Name), StoredTopic> _topics = [];
    private readonly Dictionary<(string Account, string Id, DateTimeOffset At), TopicMessage> _messages = [];
    private string? _key;
    private long _version;

    /// <summary>Makes calls fail.</summary>
    public Outage Outage { get; } = new();

    /// <summary>The published messages.</summary>
    public IReadOnlyList<TopicMessage> Messages
    {
        get
        {
            lock (_lock)
            {
                return [.. _messages.Values];
            }
        }
    }

    /// <inheritdoc />
    public Task<StoredTopic?> FindAsync(string account, string name, CancellationToken cancellationToken) =>
        CallAsync(() => _topics.GetValueOrDefault((account, name)), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> NamesAsync(string account, string prefix, CancellationToken cancellationToken) =>
        CallAsync<IReadOnlyList<string>>(
            () => [.. _topics.Keys
                .Where(key => string.Equals(key.Account, account, StringComparison.Ordinal)
                    && key.Name.StartsWith(prefix, StringComparison.Ordinal))
                .Select(key => key.Name)
                .Order(StringComparer.Ordinal)],
            cancellationToken);

    /// <inheritdoc />
    public Task<bool> WriteAsync(string account, Topic topic, string? etag, CancellationToken cancellationToken) => CallAsync(
        () =>
        {
            if (!QueueName.IsLegal(topic.Name))
            {
                throw new ArgumentException("The topic's name is invalid", nameof(topic));
            }

            var key = (account, topic.Name);
            if (!string.Equals(_topics.GetValueOrDefault(key)?.ETag, etag, StringComparison.Ordinal))
            {
                return false;
            }

            _topics[key] = new StoredTopic(topic, string.Create(CultureInfo.InvariantCulture, $"\"{++_version}\""));
            return true;
        },
        cancellationToken);

    /// <inheritdoc />
    public Task RemoveAsync(string account, string name, CancellationToken cancellationToken) =>
        CallAsync(() => _topics.Remove((account, name)), cancellationToken);

    /// <inheritdoc />
    public Task WriteAsync(TopicMessage message, CancellationToken cancellationToken) =>
        CallAsync(() => _messages[(message.Account, message.Id, message.PublishedAt)] = message, cancellationToken);

    /// <inheritdoc />
    public Task<TopicMessage?> FindAsync(
        string account, string id, DateTimeOffset publishedAt, CancellationToken cancellationToken) =>
        CallAsync(() => _messages.GetValueOrDefault((account, id, publishedAt)), cancellationToken);

    /// <inheritdoc />
    public Task<string?> FindAsync(CancellationToken cancellationToken) => CallAsync(() => _key, cancellationToken);

    /// <inheritdoc />
    public Task<bool> AddAsync(string pem, CancellationToken cancellationToken) => CallAsync(
        () =>
        {
            var isNew = _key is null;
            _key ??= pem;
            return isNew;
        },
        cancellationToken);

    private async Task<T> CallAsync<T>(Func<T> call, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        Outage.Pass();
        lock (_lock)
        {
            return call();
        }
    }
}
