namespace MediaInfo.Core.Messaging;

/// <summary>A receive that waits.</summary>
/// <param name="max">The most messages that it takes.</param>
/// <param name="visibility">How long they stay hidden.</param>
internal sealed class QueueWaiter(int max, TimeSpan visibility)
{
    private readonly TaskCompletionSource<IReadOnlyList<QueueMessage>?> _result =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The most messages that it takes.</summary>
    public int Max => max;

    /// <summary>How long they stay hidden.</summary>
    public TimeSpan Visibility => visibility;

    /// <summary>The messages; null if the queue is gone.</summary>
    public Task<IReadOnlyList<QueueMessage>?> Result => _result.Task;

    /// <summary>Ends the wait.</summary>
    public void Give(IReadOnlyList<QueueMessage>? messages) => _result.TrySetResult(messages);

    /// <summary>Ends the wait by a failure of storage.</summary>
    public void Fail(Exception fault) => _result.TrySetException(fault);
}
