using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Callbacks;

/// <summary>Publishes an account's messages to topics.</summary>
public interface ITopicPost
{
    /// <summary>
    /// Publishes a message: each subscriber that wants it gets it at least once. If the account has no such topic, or nobody
    /// subscribes to it, the message goes to the queue of its name.
    /// </summary>
    /// <returns>The message's id, or an error that retrying would not fix.</returns>
    /// <exception cref="IOException">Storage is unavailable; retry.</exception>
    Task<CallbackResult> PublishAsync(string account, TopicPost post, CancellationToken cancellationToken);
}
