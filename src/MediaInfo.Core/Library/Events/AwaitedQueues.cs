using MediaInfo.Core.Messaging;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.Core.Library.Events;

/// <summary>The queues that an account's pipelines and events name, and that therefore will get messages.</summary>
/// <remarks>A program that was written for the vendor waits for the first message in a queue that is there.</remarks>
public sealed class AwaitedQueues(PipelineDirectory pipelines, IEventCallbackStore events, IMessageQueues queues)
{
    /// <summary>Makes sure that there is the queue, if it is awaited. False if nothing of the account names it.</summary>
    /// <exception cref="IOException">Storage is unavailable.</exception>
    public async Task<bool> EnsureAsync(string account, string queue, CancellationToken cancellationToken)
    {
        if (!await IsAwaitedAsync(account, queue, cancellationToken))
        {
            return false;
        }

        await queues.EnsureAsync(queue, cancellationToken);
        return true;
    }

    private async Task<bool> IsAwaitedAsync(string account, string queue, CancellationToken cancellationToken) =>
        (await pipelines.ListAsync(account, cancellationToken)).Any(pipeline => Is(pipeline.Notify?.EffectiveQueue, queue))
        || Is((await events.FindAsync(account, cancellationToken))?.Target.QueueName, queue);

    private static bool Is(string? named, string queue) => string.Equals(named, queue, StringComparison.Ordinal);
}
