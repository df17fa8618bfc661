using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;
using MediaInfo.Core.Telemetry;

namespace MediaInfo.Core.Library.Events;

/// <summary>Queues library events for delivery.</summary>
public sealed class LibraryEvents(IWorkQueues queues, ILibraryEventFormat format, IIdSource ids, TimeProvider time)
{
    /// <summary>Queues an event. Subscriptions are checked at delivery.</summary>
    /// <exception cref="IOException">The queue cannot be reached now.</exception>
    public Task TellAsync(LibraryNews news, CancellationToken cancellationToken)
    {
        var text = format.Format(news, time.GetUtcNow());
        var asset = news.Asset;
        var message = new LibraryEvent(
            ids.NewRequestId(), asset.Key.Account, format.NameOf(news.Type), asset.Key.Id, text, format.TargetOf(news))
        {
            Trace = Tracing.Current,
        };
        return queues.Callbacks.SendAsync(new WorkItem(message.Account, EventMessages.Write(message)), cancellationToken);
    }
}
