using MediaInfo.Core.Topics;

namespace MediaInfo.Api.Alibaba.Mns.Topics;

/// <summary>SetTopicAttributes: PUT /topics/{name}?metaoverride=true. What is not sent stays.</summary>
/// <remarks>Source: "SetTopicAttributes" of Message Service.</remarks>
/// <parameter name="MaximumMessageSize" otherwise="unchanged" example="1024" type="integer" min="1024" max="65536">
/// Element: as in CreateTopic.
/// </parameter>
/// <parameter name="LoggingEnabled" otherwise="unchanged" example="False" values="True,False" case="ignored">
/// Element: as in CreateTopic.
/// </parameter>
/// <parameter name="metaoverride" required="true" example="true" values="true">"true".</parameter>
/// <body element="Topic" />
/// <answer status="204">Done.</answer>
public sealed class SetTopicAttributes(TopicService topics, TopicNames names) : IMnsAction
{
    /// <summary>The parameter of the query that asks for this action.</summary>
    internal const string Selector = "metaoverride";

    /// <inheritdoc />
    public string Name => nameof(SetTopicAttributes);

    /// <inheritdoc />
    public string Method => "PUT";

    /// <inheritdoc />
    public MnsResource Resource => MnsResource.Topic;

    /// <inheritdoc />
    public bool Fits(MnsQuery query, string? root) => query.Says(Selector);

    /// <inheritdoc />
    public async Task<MnsAnswer> InvokeAsync(MnsCall call, CancellationToken cancellationToken)
    {
        var (attributes, error) = TopicXml.ReadTopic(call);
        if ((names.Problem(call) ?? error) is { } problem)
        {
            return problem;
        }

        return await topics.SetAsync(call.Account, call.Path.Name, attributes, cancellationToken) == TopicOutcome.Done
            ? MnsAnswer.NoContent()
            : MnsTopicErrors.TopicNotExist;
    }
}
