using MediaInfo.Core.Topics;

namespace MediaInfo.Api.Alibaba.Mns.Topics;

/// <summary>CreateTopic: PUT /topics/{name}; 204 if the topic exists with the same attributes.</summary>
/// <remarks>Source: "CreateTopic" of Message Service.</remarks>
/// <parameter name="MaximumMessageSize" otherwise="65536" example="65536" type="integer" min="1024" max="65536">
/// Element: the largest message, in bytes: 1024 to 65536.
/// </parameter>
/// <parameter name="LoggingEnabled" otherwise="False" example="True" values="True,False" case="ignored">
/// Element: True or False; kept and shown, and changes nothing.
/// </parameter>
/// <body element="Topic" required="false" />
/// <answer status="201">The topic is new. Location is its address.</answer>
/// <answer status="204">There was one with the same attributes.</answer>
public sealed class CreateTopic(TopicService topics, TopicNames names) : IMnsAction
{
    /// <inheritdoc />
    public string Name => nameof(CreateTopic);

    /// <inheritdoc />
    public string Method => "PUT";

    /// <inheritdoc />
    public MnsResource Resource => MnsResource.Topic;

    /// <inheritdoc />
    public bool Fits(MnsQuery query, string? root) => !query.Says(SetTopicAttributes.Selector);

    /// <inheritdoc />
    public async Task<MnsAnswer> InvokeAsync(MnsCall call, CancellationToken cancellationToken)
    {
        var (attributes, error) = TopicXml.ReadTopic(call);
        if ((names.Problem(call) ?? error) is { } problem)
        {
            return problem;
        }

        var location = TopicXml.Url(call, call.Path.Name);
        return await topics.CreateAsync(call.Account, call.Path.Name, attributes, cancellationToken) switch
        {
            TopicOutcome.Done => MnsAnswer.Created(location),
            TopicOutcome.Same => MnsAnswer.NoContent(location),
            TopicOutcome.Full => MnsTopicErrors.TooManyTopics,
            _ => MnsTopicErrors.TopicAlreadyExist,
        };
    }
}
