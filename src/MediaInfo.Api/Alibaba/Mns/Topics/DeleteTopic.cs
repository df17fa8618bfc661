using MediaInfo.Core.Topics;

namespace MediaInfo.Api.Alibaba.Mns.Topics;

/// <summary>DeleteTopic: DELETE /topics/{name}, with its subscriptions; 204 also if there is no such topic.</summary>
/// <remarks>Source: "DeleteTopic" of Message Service, which has no error of its own.</remarks>
/// <answer status="204">It is gone.</answer>
public sealed class DeleteTopic(ITopicStore topics, TopicNames names) : IMnsAction
{
    /// <inheritdoc />
    public string Name => nameof(DeleteTopic);

    /// <inheritdoc />
    public string Method => "DELETE";

    /// <inheritdoc />
    public MnsResource Resource => MnsResource.Topic;

    /// <inheritdoc />
    public async Task<MnsAnswer> InvokeAsync(MnsCall call, CancellationToken cancellationToken)
    {
        if (names.Problem(call) is { } problem)
        {
            return problem;
        }

        await topics.RemoveAsync(call.Account, call.Path.Name, cancellationToken);
        return MnsAnswer.NoContent();
    }
}
