using System.Collections.Concurrent;
using MediaInfo.Core.Library.Events;
using MediaInfo.Core.Queues;

namespace MediaInfo.TestSupport.Library;

/// <summary>Records what was queued.</summary>
public sealed class FakeQueues(Interruptions interruptions) : IWorkQueues, IWorkQueue
{
    private readonly ConcurrentQueue<string> _texts = new();

    public IWorkQueue Calls => this;

    public IWorkQueue Callbacks => this;

    public IWorkQueue Analyses => this;

    public string Name => "fake";

    /// <summary>The names of the queued events of an asset, in order.</summary>
    public IEnumerable<string> EventsOf(string assetId) =>
        Events.Where(news => string.Equals(news.AssetId, assetId, StringComparison.Ordinal)).Select(news => news.Type);

    public IEnumerable<LibraryEvent> Events => _texts.Select(EventMessages.Read).OfType<LibraryEvent>();

    public Task<WorkMessage> SendAsync(WorkItem item, CancellationToken cancellationToken)
    {
        interruptions.Write(() =>
        {
            _texts.Enqueue(item.Text);
            return true;
        });
        return Task.FromResult(new WorkMessage("fake", "fake", item.Text, DeliveryCount: 0));
    }

    public Task<IReadOnlyList<WorkMessage>> ReceiveAsync(
        Room room, TimeSpan visibilityTimeout, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<WorkMessage?> RenewAsync(WorkMessage message, TimeSpan visibilityTimeout, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task CompleteAsync(WorkMessage message, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task PoisonAsync(WorkMessage message, CancellationToken cancellationToken) => throw new NotSupportedException();
}
