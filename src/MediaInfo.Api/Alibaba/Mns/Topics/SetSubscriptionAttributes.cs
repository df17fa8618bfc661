using MediaInfo.Core.Topics;

namespace MediaInfo.Api.Alibaba.Mns.Topics;

/// <summary>SetSubscriptionAttributes: PUT /topics/{topic}/subscriptions/{name}?metaoverride=true.</summary>
/// <remarks>Source: "SetSubscriptionAttributes" of Message Service; FilterTag is that of its Java client.</remarks>
/// <parameter name="NotifyStrategy" otherwise="unchanged" example="BACKOFF_RETRY"
/// values="BACKOFF_RETRY,EXPONENTIAL_DECAY_RETRY">
/// Element: as in Subscribe.
/// </parameter>
/// <parameter name="FilterTag" otherwise="unchanged" example="important" maxlength="16">
/// Element: as in Subscribe; empty asks for all messages.
/// </parameter>
/// <parameter name="metaoverride" required="true" example="true" values="true">"true".</parameter>
/// <body element="Subscription" />
/// <answer status="204">Done.</answer>
public sealed class SetSubscriptionAttributes(TopicService topics, TopicNames names) : IMnsAction
{
    /// <inheritdoc />
    public string Name => nameof(SetSubscriptionAttributes);

    /// <inheritdoc />
    public string Method => "PUT";

    /// <inheritdoc />
    public MnsResource Resource => MnsResource.Subscription;

    /// <inheritdoc />
    public bool Fits(MnsQuery query, string? root) => query.Says(SetTopicAttributes.Selector);

    /// <inheritdoc />
    public async Task<MnsAnswer> InvokeAsync(MnsCall call, CancellationToken cancellationToken)
    {
        if (names.SubscriptionProblem(call) is { } problem)
        {
            return problem;
        }

        var (root, error) = call.Read(TopicXml.Subscription);
        if (root is null)
        {
            return error!;
        }

        var (attributes, attributesError) = TopicXml.ReadAttributes(root);
        if (attributesError is not null)
        {
            return attributesError;
        }

        return await topics.SetAsync(call.Account, call.Path.Name, call.Path.Part, attributes!, cancellationToken) switch
        {
            TopicOutcome.Done => MnsAnswer.NoContent(),
            TopicOutcome.NoTopic => MnsTopicErrors.TopicNotExist,
            _ => MnsTopicErrors.SubscriptionNotExist,
        };
    }
}
