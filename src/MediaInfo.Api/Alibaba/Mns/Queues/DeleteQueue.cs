using MediaInfo.Core.Messaging;
using MediaInfo.Core.Pipelines;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Alibaba.Mns.Queues;

/// <summary>DELETE of a queue: deletes it with its messages. A queue that is not there counts as deleted.</summary>
/// <remarks>
/// Source: "DeleteQueue" of Simple Message Queue. The next message of a pipeline or an event creates the queue again.
/// </remarks>
/// <answer status="204">It is gone.</answer>
public sealed class DeleteQueue(IMessageQueues queues, QueueDirectory directory, QueueAccess access) : MnsQueueAction(access)
{
    /// <inheritdoc />
    public override string Name => nameof(DeleteQueue);

    /// <inheritdoc />
    public override string Method => HttpMethods.Delete;

    /// <inheritdoc />
    public override MnsResource Resource => MnsResource.Queue;

    /// <inheritdoc />
    protected override async Task<MnsAnswer> ActAsync(MnsCall call, string queue, CancellationToken cancellationToken)
    {
        await queues.DeleteAsync(queue, cancellationToken);
        directory.Forget(queue);
        return MnsAnswer.NoContent();
    }
}
