using MediaInfo.Core.Queues;

namespace MediaInfo.Core.Callbacks;

/// <summary>Handles the messages of the callback queue.</summary>
public sealed class CallbackHandler(IEnumerable<ICallbackMessages> kinds, CallbackOptions options, TimeProvider time)
    : IMessageHandler
{
    private readonly Dictionary<string, ICallbackMessages> _kinds = kinds.ToDictionary(kind => kind.Name, StringComparer.Ordinal);

    /// <inheritdoc />
    /// <exception cref="IOException">
    /// The target cannot be reached now, or has not been reachable for the longest time a message may be postponed.
    /// </exception>
    public async Task<TimeSpan?> HandleAsync(string text, CancellationToken cancellationToken)
    {
        var kind = KindOf(text) ?? throw new InvalidDataException("The message is not a callback request");
        var delay = await kind.DeliverAsync(text, cancellationToken);
        return delay is not null && HasWaited(text)
            ? throw new IOException("The target has not responded within the maximum time that a message may be postponed")
            : delay;
    }

    /// <inheritdoc />
    public Task GiveUpAsync(string text, CancellationToken cancellationToken) =>
        KindOf(text)?.GiveUpAsync(text, cancellationToken) ?? Task.CompletedTask;

    private ICallbackMessages? KindOf(string text) =>
        Envelope.Read(text)?.Name is { } name ? _kinds.GetValueOrDefault(name) : null;

    private bool HasWaited(string text) =>
        Messages.PutOffOf(text) is { Since: var since } && time.GetUtcNow() - since >= options.PutOffFor;
}
