using MediaInfo.Core.Topics;

namespace MediaInfo.Api.Alibaba.Mns.Topics;

/// <summary>GetSubscriptionAttributes: GET /topics/{topic}/subscriptions/{name}.</summary>
/// <remarks>Source: "GetSubscriptionAttributes" of Message Service.</remarks>
/// <answer status="200" element="Subscription">The attributes.</answer>
public sealed class GetSubscriptionAttributes(ITopicStore topics, TopicNames names) : IMnsAction
{
    /// <inheritdoc />
    public string Name => nameof(GetSubscriptionAttributes);

    /// <inheritdoc />
    public string Method => "GET";

    /// <inheritdoc />
    public MnsResource Resource => MnsResource.Subscription;

    /// <inheritdoc />
    public async Task<MnsAnswer> InvokeAsync(MnsCall call, CancellationToken cancellationToken)
    {
        if (names.SubscriptionProblem(call) is { } problem)
        {
            return problem;
        }

        var topic = (await topics.FindAsync(call.Account, call.Path.Name, cancellationToken))?.Topic;
        return topic is null ? MnsTopicErrors.TopicNotExist
            : topic.Find(call.Path.Part) is { } found
                ? MnsAnswer.Ok(MnsXml.Element(TopicXml.Subscription, TopicXml.Write(call.Account, topic.Name, found)))
            : MnsTopicErrors.SubscriptionNotExist;
    }
}
