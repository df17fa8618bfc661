using System.Collections.Concurrent;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;

namespace MediaInfo.TestSupport.Memory;

/// <summary>Records the completion messages that were delivered.</summary>
public sealed class InMemoryCallbackTarget : ICallbackTarget
{
    private readonly ConcurrentQueue<(string Queue, string Text)> _delivered = new();

    /// <summary>Makes calls fail.</summary>
    public Outage Outage { get; } = new();

    /// <summary>What was delivered to which queue, oldest first.</summary>
    public IReadOnlyList<(string Queue, string Text)> Delivered => [.. _delivered];

    /// <inheritdoc />
    public Task<CallbackResult> SendAsItIsAsync(string queueName, string text, CancellationToken cancellationToken) =>
        SendAsync(queueName, text, cancellationToken);

    /// <inheritdoc />
    public async Task<CallbackResult> SendAsync(string queueName, string text, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        Outage.Pass();
        _delivered.Enqueue((queueName, text));
        return CallbackResult.Delivered($"message-{_delivered.Count}");
    }
}
