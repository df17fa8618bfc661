using System.Globalization;
using MediaInfo.Core.Messaging;

namespace MediaInfo.TestSupport.Memory;

/// <summary>Message queues in memory.</summary>
public sealed class InMemoryMessageQueues(TimeProvider time) : IMessageQueues
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, Held> _queues = new(StringComparer.Ordinal);
    private long _last;

    /// <summary>Makes calls fail.</summary>
    public Outage Outage { get; } = new();

    /// <summary>How often messages were received, or none were.</summary>
    public int Looks { get; private set; }

    /// <inheritdoc />
    public int LargestBody => QueueSettings.LargestOfAll;

    /// <inheritdoc />
    public Task<QueueCreation> CreateAsync(
        string queue, QueueSettings settings, CancellationToken cancellationToken) => DoAsync(() =>
    {
        var created = new MessageQueue(queue, settings, time.GetUtcNow(), time.GetUtcNow());
        if (_queues.TryAdd(queue, new Held(created)))
        {
            return QueueCreation.Created;
        }

        var there = _queues[queue];
        if (there.Queue.CreatedAt is not null)
        {
            return there.Queue.Settings == settings ? QueueCreation.Same : QueueCreation.Different;
        }

        there.Queue = created;
        return QueueCreation.Created;
    });

    /// <inheritdoc />
    public Task EnsureAsync(string queue, CancellationToken cancellationToken) => DoAsync(() =>
        _queues.TryAdd(queue, new Held(new MessageQueue(queue, QueueSettings.Implicit, CreatedAt: null, ModifiedAt: null))));

    /// <inheritdoc />
    public Task<bool> DeleteAsync(string queue, CancellationToken cancellationToken) => DoAsync(() => _queues.Remove(queue));

    /// <inheritdoc />
    public Task<MessageQueue?> FindAsync(string queue, CancellationToken cancellationToken) =>
        DoAsync(() => _queues.GetValueOrDefault(queue)?.Queue);

    /// <inheritdoc />
    public Task<QueueCounts?> CountAsync(string queue, CancellationToken cancellationToken) => DoAsync(() =>
        _queues.TryGetValue(queue, out var there)
            ? new QueueCounts(
                there.Messages.Count(message => message.VisibleAt <= time.GetUtcNow()),
                there.Messages.Count(message => message.VisibleAt > time.GetUtcNow() && message.DeliveryCount > 0),
                there.Messages.Count(message => message.VisibleAt > time.GetUtcNow() && message.DeliveryCount == 0))
            : null);

    /// <inheritdoc />
    public Task<bool> ChangeAsync(string queue, QueueSettingsChange change, CancellationToken cancellationToken) => DoAsync(() =>
    {
        if (!_queues.TryGetValue(queue, out var there))
        {
            return false;
        }

        there.Queue = there.Queue with { Settings = change.ApplyTo(there.Queue.Settings), ModifiedAt = time.GetUtcNow() };
        return true;
    });

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> ListAsync(string prefix, CancellationToken cancellationToken) =>
        DoAsync<IReadOnlyList<string>>(() => [.. _queues.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal))]);

    /// <inheritdoc />
    public Task<SentMessage?> SendAsync(string queue, OutgoingMessage message, CancellationToken cancellationToken) =>
        DoAsync(() => Add(queue, message.Body, message.Priority, message.Delay, isForeign: false));

    /// <summary>Sends a message as the service itself does.</summary>
    public void SendForeign(string queue, string text) => Add(
        queue, text, OutgoingMessage.DefaultPriority, TimeSpan.Zero, isForeign: true);

    /// <inheritdoc />
    public Task<IReadOnlyList<QueueMessage>?> ReceiveAsync(
        string queue,
        int max,
        TimeSpan visibility,
        CancellationToken cancellationToken) => DoAsync<IReadOnlyList<QueueMessage>?>(() =>
    {
        Looks++;
        if (!_queues.TryGetValue(queue, out var there))
        {
            return null;
        }

        var now = time.GetUtcNow();
        return [.. Visible(there, max).Select(message => there.Replace(message with
        {
            Receipt = Next(),
            VisibleAt = now + visibility,
            DeliveryCount = message.DeliveryCount + 1,
            FirstReceivedAt = message.DeliveryCount == 0 ? now : message.FirstReceivedAt,
        }))];
    });

    /// <inheritdoc />
    public Task<IReadOnlyList<QueueMessage>?> PeekAsync(string queue, int max, CancellationToken cancellationToken) =>
        DoAsync<IReadOnlyList<QueueMessage>?>(() => _queues.TryGetValue(queue, out var there)
            ? [.. Visible(there, max).Select(message => message with { Receipt = null, VisibleAt = null })]
            : null);

    /// <inheritdoc />
    public Task<HeldMessage> DeleteMessageAsync(
        string queue, string id, string receipt, CancellationToken cancellationToken) => DoAsync(() =>
            Use(queue, id, receipt, (there, message) =>
            {
                there.Messages.Remove(message);
                return new HeldMessage(HeldMessageStatus.Done);
            }));

    /// <inheritdoc />
    public Task<HeldMessage> HideMessageAsync(
        string queue, string id, string receipt, TimeSpan visibility, CancellationToken cancellationToken) => DoAsync(() =>
            Use(queue, id, receipt, (there, message) =>
            {
                var next = there.Replace(message with { Receipt = Next(), VisibleAt = time.GetUtcNow() + visibility });
                return new HeldMessage(HeldMessageStatus.Done, next.Receipt, next.VisibleAt);
            }));

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.Ordinal);

    private string Next() => (++_last).ToString(CultureInfo.InvariantCulture);

    private List<QueueMessage> Visible(Held there, int max) => there.Messages
        .Where(message => message.VisibleAt <= time.GetUtcNow())
        .OrderBy(message => message.Priority)
        .Take(max)
        .ToList();

    private SentMessage? Add(string queue, string body, int priority, TimeSpan delay, bool isForeign)
    {
        if (!_queues.TryGetValue(queue, out var there))
        {
            return null;
        }

        var now = time.GetUtcNow();
        var message = new QueueMessage(Next(), Next(), body)
        {
            SentAt = now,
            FirstReceivedAt = now,
            VisibleAt = now + delay,
            Priority = priority,
            IsForeign = isForeign,
        };
        there.Messages.Add(message);
        return new SentMessage(message.Id, delay > TimeSpan.Zero ? message.Receipt : null);
    }

    private HeldMessage Use(string queue, string id, string receipt, Func<Held, QueueMessage, HeldMessage> use) =>
        !_queues.TryGetValue(queue, out var there) ? new HeldMessage(HeldMessageStatus.NoQueue)
        : there.Messages.Find(message => Same(message.Id, id) && Same(message.Receipt, receipt)) is { } message
            && message.VisibleAt > time.GetUtcNow()
                ? use(there, message)
                : new HeldMessage(HeldMessageStatus.Lost);

    private async Task<T> DoAsync<T>(Func<T> work)
    {
        await Task.Yield();
        Outage.Pass();
        lock (_lock)
        {
            return work();
        }
    }

    private sealed class Held(MessageQueue queue)
    {
        public MessageQueue Queue { get; set; } = queue;

        public List<QueueMessage> Messages { get; } = [];

        public QueueMessage Replace(QueueMessage message)
        {
            Messages[Messages.FindIndex(other => Same(other.Id, message.Id))] = message;
            return message;
        }
    }
}
