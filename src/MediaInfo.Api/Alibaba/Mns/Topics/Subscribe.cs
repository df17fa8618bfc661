using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Topics;

namespace MediaInfo.Api.Alibaba.Mns.Topics;

/// <summary>
/// Subscribe: PUT /topics/{topic}/subscriptions/{name}; 204 if the subscription exists with the same attributes.
/// </summary>
/// <remarks>Source: "Subscribe" of Message Service.</remarks>
/// <parameter name="Endpoint" required="true" example="https://example.com/notifications">
/// Element: an http or https address, whose path is /notifications if it has none; or a queue of the account, as
/// <c>acs:mns:REGION:ACCOUNT:queues/QUEUE</c>. Mail and text messages are not sent.
/// </parameter>
/// <parameter name="NotifyStrategy" otherwise="BACKOFF_RETRY" example="EXPONENTIAL_DECAY_RETRY"
/// values="BACKOFF_RETRY,EXPONENTIAL_DECAY_RETRY">
/// Element: BACKOFF_RETRY tries three more times, 10 to 20 seconds apart; EXPONENTIAL_DECAY_RETRY 176 more times over a day.
/// </parameter>
/// <parameter name="NotifyContentFormat" otherwise="XML" example="SIMPLIFIED" values="XML,JSON,SIMPLIFIED">
/// Element: XML, JSON or SIMPLIFIED.
/// </parameter>
/// <parameter name="FilterTag" otherwise="all messages" example="important" maxlength="16">
/// Element: the only tag whose messages are wanted, up to 16 characters.
/// </parameter>
/// <body element="Subscription" />
/// <answer status="201">The subscription is new. Location is its address.</answer>
/// <answer status="204">There was one with the same attributes.</answer>
public sealed class Subscribe(TopicService topics, TopicNames names, QueueAccess access, TimeProvider time) : IMnsAction
{
    /// <inheritdoc />
    public string Name => nameof(Subscribe);

    /// <inheritdoc />
    public string Method => "PUT";

    /// <inheritdoc />
    public MnsResource Resource => MnsResource.Subscription;

    /// <inheritdoc />
    public bool Fits(MnsQuery query, string? root) => !query.Says(SetTopicAttributes.Selector);

    /// <inheritdoc />
    public async Task<MnsAnswer> InvokeAsync(MnsCall call, CancellationToken cancellationToken)
    {
        if (names.SubscriptionProblem(call) is { } problem)
        {
            return problem;
        }

        var (subscription, error) = Read(call);
        if (subscription is null)
        {
            return error!;
        }

        var location = TopicXml.Url(call, call.Path.Name, call.Path.Part);
        return await topics.SubscribeAsync(call.Account, call.Path.Name, subscription, cancellationToken) switch
        {
            TopicOutcome.Done => MnsAnswer.Created(location),
            TopicOutcome.Same => MnsAnswer.NoContent(location),
            TopicOutcome.NoTopic => MnsTopicErrors.TopicNotExist,
            TopicOutcome.Full => MnsTopicErrors.TooManySubscriptions,
            _ => MnsTopicErrors.SubscriptionAlreadyExist,
        };
    }

    private (TopicSubscription? Subscription, MnsError? Error) Read(MnsCall call)
    {
        var (root, error) = call.Read(TopicXml.Subscription);
        if (root is null)
        {
            return (null, error);
        }

        var endpoint = MnsXml.TextOf(root, "Endpoint") ?? "";
        var (attributes, attributesError) = TopicXml.ReadAttributes(root);
        var (format, formatError) = TopicXml.ReadFormat(root);
        if ((EndpointProblem(call.Account, endpoint) ?? attributesError ?? formatError) is { } problem)
        {
            return (null, problem);
        }

        var now = time.GetUtcNow();
        return (new TopicSubscription
        {
            Name = call.Path.Part,
            Endpoint = endpoint,
            Strategy = attributes!.Strategy ?? NotifyStrategy.BackoffRetry,
            Format = format ?? NotifyFormat.Xml,
            FilterTag = attributes.FilterTag is "" ? null : attributes.FilterTag,
            Origin = call.Address,
            CreatedAt = now,
            ChangedAt = now,
        }, null);
    }

    private MnsError? EndpointProblem(string account, string text) => TopicEndpoint.Read(text) switch
    {
        null => MnsTopicErrors.EndpointInvalid,
        { Queue: { } queue } when !string.Equals(queue.Account, account, StringComparison.Ordinal)
            || !access.MayUse(account, queue.Name) => MnsErrors.AccessDenied,
        _ => null,
    };
}
