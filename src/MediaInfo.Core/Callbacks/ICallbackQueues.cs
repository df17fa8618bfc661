namespace MediaInfo.Core.Callbacks;

/// <summary>Reads the queues that completion messages are sent to, where no other program serves them.</summary>
public interface ICallbackQueues
{
    /// <summary>Receives messages, oldest first, and hides them from other readers.</summary>
    /// <param name="queue">The queue; one that was never used is empty.</param>
    /// <param name="max">The most messages, at least 1.</param>
    /// <param name="visibilityTimeout">How long they stay hidden unless deleted.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="IOException">Storage is unavailable.</exception>
    Task<IReadOnlyList<CallbackMessage>> ReceiveAsync(
        string queue, int max, TimeSpan visibilityTimeout, CancellationToken cancellationToken);

    /// <summary>As above, but leaves the messages visible. What it returns cannot be deleted.</summary>
    Task<IReadOnlyList<CallbackMessage>> PeekAsync(string queue, int max, CancellationToken cancellationToken);

    /// <summary>Deletes a received message.</summary>
    /// <returns>False if there is no such message, or another reader has received it since.</returns>
    /// <exception cref="IOException">Storage is unavailable.</exception>
    Task<bool> DeleteAsync(string queue, string id, string receipt, CancellationToken cancellationToken);
}
