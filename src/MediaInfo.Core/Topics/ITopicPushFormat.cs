namespace MediaInfo.Core.Topics;

/// <summary>Formats messages for subscribers, and signs posts, as the vendor documents it.</summary>
public interface ITopicPushFormat
{
    /// <summary>The body in the subscription's form.</summary>
    string Body(TopicMessage message, TopicSubscription subscription);

    /// <summary>Prepares a post to a URL.</summary>
    /// <returns>Makes the headers, with the time of the attempt and the signature.</returns>
    /// <exception cref="IOException">The signing key cannot be read now.</exception>
    Task<Func<IReadOnlyDictionary<string, string>>> HeadersAsync(
        Uri url, TopicMessage message, TopicSubscription subscription, string body, CancellationToken cancellationToken);
}
