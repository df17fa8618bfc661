using MediaInfo.Core.Messaging;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.Api.Alibaba.Mns.Topics;

/// <summary>Checks the names of topics and subscriptions.</summary>
/// <remarks>
/// An account may use the topics whose names it may use for queues: what nobody subscribes to goes to the queue of that name.
/// </remarks>
public sealed class TopicNames(QueueAccess access)
{
    /// <summary>Why the caller may not use the path's topic; null if it may.</summary>
    public MnsError? Problem(MnsCall call) =>
        call.Path.Name.Length is 0 or > QueueName.MaxLength ? MnsTopicErrors.TopicNameLength
        : !QueueName.IsLegal(call.Path.Name) ? MnsTopicErrors.TopicNameInvalid
        : !access.MayUse(call.Account, call.Path.Name) ? MnsErrors.AccessDenied
        : null;

    /// <summary>Why the caller may not use the path's topic and subscription; null if it may.</summary>
    public MnsError? SubscriptionProblem(MnsCall call) =>
        Problem(call) is { } problem ? problem
        : call.Path.Part.Length is 0 or > QueueName.MaxLength ? MnsTopicErrors.SubscriptionNameLength
        : !QueueName.IsLegal(call.Path.Part) ? MnsTopicErrors.SubscriptionNameInvalid
        : null;
}
