using MediaInfo.Core.Messaging;
using MediaInfo.Core.Pipelines;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Alibaba.Mns.Queues;

/// <summary>GET of a queue's messages with peekonly=true and numOfMessages: shows up to 16 and leaves them visible.</summary>
/// <remarks>Source: "BatchPeekMessage" of Simple Message Queue. An empty queue is the error MessageNotExist.</remarks>
/// <parameter name="peekonly" required="true" example="true" values="true">"true".</parameter>
/// <parameter name="numOfMessages" required="true" example="16" type="integer" min="1" max="16">The most messages, 1 to 16.</parameter>
/// <answer status="200" element="Messages">The messages, without handles.</answer>
public sealed class BatchPeekMessage(IMessageQueues queues, QueueAccess access) : MnsQueueAction(access)
{
    /// <inheritdoc />
    public override string Name => nameof(BatchPeekMessage);

    /// <inheritdoc />
    public override string Method => HttpMethods.Get;

    /// <inheritdoc />
    public override MnsResource Resource => MnsResource.QueueMessages;

    /// <inheritdoc />
    public override bool Fits(MnsQuery query, string? root) =>
        query.Says(PeekMessage.PeekOnly) && query[BatchReceiveMessage.Number] is not null;

    /// <inheritdoc />
    protected override async Task<MnsAnswer> ActAsync(MnsCall call, string queue, CancellationToken cancellationToken)
    {
        const string number = BatchReceiveMessage.Number;
        if (MnsNumber.Read(call.Query[number]!, 1, BatchSendMessage.Most) is not { } max)
        {
            return MnsErrors.Range(number, 1, BatchSendMessage.Most, unit: "");
        }

        return await queues.PeekAsync(queue, (int)max, cancellationToken) switch
        {
            null => MnsErrors.QueueNotExist,
            { Count: > 0 } found => MnsAnswer.Ok(MnsXml.Element(
                MessageXml.List, found.Select(message => MessageXml.Write(message, call.Caller.Account)))),
            _ => MnsErrors.MessageNotExist,
        };
    }
}
