using MediaInfo.Core.Library.Events;
using MediaInfo.Core.Queues;

namespace MediaInfo.Core.Callbacks;

/// <summary>Delivers the completion message, or the event of the media library, that a queue message asks for.</summary>
public sealed class CallbackHandler(CallbackDelivery delivery, EventDelivery events, CallbackOptions options, TimeProvider time)
    : IMessageHandler
{
    /// <inheritdoc />
    /// <exception cref="IOException">
    /// The target cannot be reached now, or could not be for as long as a message may be put off.
    /// </exception>
    public async Task<TimeSpan?> HandleAsync(string text, CancellationToken cancellationToken)
    {
        var delay = await (
            Messages.ReadCallback(text) is { } job ? delivery.DeliverAsync(job, cancellationToken)
            : Messages.ReadLibraryEvent(text) is { } news ? events.DeliverAsync(news, cancellationToken)
            : throw new InvalidDataException("The message asks for no callback"));
        return delay is not null && HasWaited(text)
            ? throw new IOException("The target has given no answer for as long as a message may be put off")
            : delay;
    }

    /// <inheritdoc />
    public Task GiveUpAsync(string text, CancellationToken cancellationToken)
    {
        if (Messages.ReadLibraryEvent(text) is { } news)
        {
            events.GiveUp(news);
        }

        return Messages.ReadCallback(text) is { } job ? delivery.GiveUpAsync(job, cancellationToken) : Task.CompletedTask;
    }

    private bool HasWaited(string text) =>
        Messages.PutOffOf(text) is { Since: var since } && time.GetUtcNow() - since >= options.PutOffFor;
}
