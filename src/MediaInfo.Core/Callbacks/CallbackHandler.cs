using MediaInfo.Core.Queues;

namespace MediaInfo.Core.Callbacks;

/// <summary>Delivers the completion message that a queue message asks for.</summary>
public sealed class CallbackHandler(CallbackDelivery delivery) : IMessageHandler
{
    /// <inheritdoc />
    public Task HandleAsync(string text, CancellationToken cancellationToken)
    {
        var job = Messages.ReadCallback(text) ?? throw new InvalidDataException("The message asks for no callback");
        return delivery.DeliverAsync(job, cancellationToken);
    }

    /// <inheritdoc />
    public Task GiveUpAsync(string text, CancellationToken cancellationToken) =>
        Messages.ReadCallback(text) is { } job ? delivery.GiveUpAsync(job, cancellationToken) : Task.CompletedTask;
}
