using MediaInfo.Core.Queues;

namespace MediaInfo.Core.Callbacks;

/// <summary>The queue messages that request delivery of a job's completion message.</summary>
public sealed class CompletionMessages(CallbackDelivery delivery) : ICallbackMessages
{
    /// <inheritdoc />
    public string Name => Messages.Callback;

    /// <inheritdoc />
    public Task<TimeSpan?> DeliverAsync(string text, CancellationToken cancellationToken) =>
        Messages.ReadCallback(text) is { } job
            ? delivery.DeliverAsync(job, cancellationToken)
            : throw new InvalidDataException("The message names no job");

    /// <inheritdoc />
    public Task GiveUpAsync(string text, CancellationToken cancellationToken) =>
        Messages.ReadCallback(text) is { } job ? delivery.GiveUpAsync(job, cancellationToken) : Task.CompletedTask;
}
