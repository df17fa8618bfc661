using MediaInfo.Core.Topics;

namespace MediaInfo.Api.Alibaba.Mns.Topics;

/// <summary>
/// Unsubscribe: DELETE /topics/{topic}/subscriptions/{name}; 204 also if there is no such subscription. What waits to be
/// delivered to it is dropped.
/// </summary>
/// <remarks>Source: "Unsubscribe" of Message Service, which has no error of its own.</remarks>
/// <answer status="204">It is gone.</answer>
public sealed class Unsubscribe(TopicService topics, TopicNames names) : IMnsAction
{
    /// <inheritdoc />
    public string Name => nameof(Unsubscribe);

    /// <inheritdoc />
    public string Method => "DELETE";

    /// <inheritdoc />
    public MnsResource Resource => MnsResource.Subscription;

    /// <inheritdoc />
    public async Task<MnsAnswer> InvokeAsync(MnsCall call, CancellationToken cancellationToken)
    {
        if (names.SubscriptionProblem(call) is { } problem)
        {
            return problem;
        }

        await topics.UnsubscribeAsync(call.Account, call.Path.Name, call.Path.Part, cancellationToken);
        return MnsAnswer.NoContent();
    }
}
