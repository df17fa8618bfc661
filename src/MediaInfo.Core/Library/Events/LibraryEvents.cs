using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;
using MediaInfo.Core.Telemetry;

namespace MediaInfo.Core.Library.Events;

/// <summary>Puts the library's events on the queue from which they are delivered.</summary>
public sealed class LibraryEvents(IWorkQueues queues, ILibraryEventFormat format, IIdSource ids, TimeProvider time)
{
    /// <summary>Queues an event. Whether anybody subscribed to it is found out at its delivery.</summary>
    /// <exception cref="IOException">The queue cannot be reached now.</exception>
    public Task TellAsync(LibraryNews news, CancellationToken cancellationToken)
    {
        var text = format.Format(news, time.GetUtcNow());
        var asset = news.Asset;
        var message = new LibraryEvent(
            ids.NewRequestId(), asset.Key.Account, format.NameOf(news.Type), asset.Key.Id, text, format.TargetOf(asset))
        {
            Trace = Tracing.Current,
        };
        return queues.Callbacks.SendAsync(new WorkItem(message.Account, Messages.WriteLibraryEvent(message)), cancellationToken);
    }
}
