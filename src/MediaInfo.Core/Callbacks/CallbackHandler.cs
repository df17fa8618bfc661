using MediaInfo.Core.Library.Events;
using MediaInfo.Core.Queues;

namespace MediaInfo.Core.Callbacks;

/// <summary>Delivers the completion message, or the event of the media library, that a queue message asks for.</summary>
public sealed class CallbackHandler(CallbackDelivery delivery, EventDelivery events) : IMessageHandler
{
    /// <inheritdoc />
    public Task HandleAsync(string text, CancellationToken cancellationToken) =>
        Messages.ReadCallback(text) is { } job ? delivery.DeliverAsync(job, cancellationToken)
        : Messages.ReadLibraryEvent(text) is { } news ? events.DeliverAsync(news, cancellationToken)
        : throw new InvalidDataException("The message asks for no callback");

    /// <inheritdoc />
    public Task GiveUpAsync(string text, CancellationToken cancellationToken)
    {
        if (Messages.ReadLibraryEvent(text) is { } news)
        {
            events.GiveUp(news);
        }

        return Messages.ReadCallback(text) is { } job ? delivery.GiveUpAsync(job, cancellationToken) : Task.CompletedTask;
    }
}
