using MediaInfo.Core.Messaging;
using MediaInfo.Core.Pipelines;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Alibaba.Mns.Queues;

/// <summary>GET of a queue: its attributes, and about how many messages it has.</summary>
/// <remarks>Source: "GetQueueAttributes" of Simple Message Queue.</remarks>
/// <answer status="200" element="Queue">The attributes.</answer>
public sealed class GetQueueAttributes(IMessageQueues queues, QueueAccess access) : MnsQueueAction(access)
{
    /// <inheritdoc />
    public override string Name => nameof(GetQueueAttributes);

    /// <inheritdoc />
    public override string Method => HttpMethods.Get;

    /// <inheritdoc />
    public override MnsResource Resource => MnsResource.Queue;

    /// <inheritdoc />
    protected override async Task<MnsAnswer> ActAsync(MnsCall call, string queue, CancellationToken cancellationToken) =>
        await queues.FindAsync(queue, cancellationToken) is { } found
        && await queues.CountAsync(queue, cancellationToken) is { } counts
            ? MnsAnswer.Ok(QueueXml.Write(found, counts))
            : MnsErrors.QueueNotExist;
}
