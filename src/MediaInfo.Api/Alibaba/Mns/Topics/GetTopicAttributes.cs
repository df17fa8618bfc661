using MediaInfo.Core.Topics;

namespace MediaInfo.Api.Alibaba.Mns.Topics;

/// <summary>GetTopicAttributes: GET /topics/{name}. MessageCount is always 0: messages are passed on at once.</summary>
/// <remarks>Source: "GetTopicAttributes" of Message Service.</remarks>
/// <answer status="200" element="Topic">The attributes.</answer>
public sealed class GetTopicAttributes(ITopicStore topics, TopicNames names) : IMnsAction
{
    /// <inheritdoc />
    public string Name => nameof(GetTopicAttributes);

    /// <inheritdoc />
    public string Method => "GET";

    /// <inheritdoc />
    public MnsResource Resource => MnsResource.Topic;

    /// <inheritdoc />
    public async Task<MnsAnswer> InvokeAsync(MnsCall call, CancellationToken cancellationToken)
    {
        if (names.Problem(call) is { } problem)
        {
            return problem;
        }

        return await topics.FindAsync(call.Account, call.Path.Name, cancellationToken) is { Topic: var topic }
            ? MnsAnswer.Ok(MnsXml.Element(TopicXml.Topic, TopicXml.Write(topic)))
            : MnsTopicErrors.TopicNotExist;
    }
}
