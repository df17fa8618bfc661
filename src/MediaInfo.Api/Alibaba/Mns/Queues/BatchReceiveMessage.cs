using MediaInfo.Core.Library.Events;
using MediaInfo.Core.Messaging;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.Api.Alibaba.Mns.Queues;

/// <summary>GET of a queue's messages with numOfMessages: receives up to 16 and hides them from other readers.</summary>
/// <remarks>Source: "BatchReceiveMessage" of Simple Message Queue. An empty queue is the error MessageNotExist.</remarks>
/// <parameter name="numOfMessages" required="true" example="16" type="integer" min="1" max="16">The most messages, 1 to 16.</parameter>
/// <parameter name="waitseconds" otherwise="the queue's PollingWaitSeconds" example="30"
/// type="integer" min="0" max="30">
/// How long to wait for the first message, 0 to 30.
/// </parameter>
/// <answer status="200" element="Messages">The messages.</answer>
public sealed class BatchReceiveMessage(
    QueuePolling polling, QueueDirectory directory, AwaitedQueues awaited, WaitPlaces places, QueueAccess access)
    : MnsReceiveAction(polling, directory, awaited, places, access)
{
    /// <summary>The parameter with the number of messages.</summary>
    internal const string Number = "numOfMessages";

    /// <inheritdoc />
    public override string Name => nameof(BatchReceiveMessage);

    /// <inheritdoc />
    public override bool Fits(MnsQuery query, string? root) => !query.Says(PeekMessage.PeekOnly) && query[Number] is not null;

    /// <inheritdoc />
    protected override async Task<MnsAnswer> ActAsync(MnsCall call, string queue, CancellationToken cancellationToken)
    {
        if (MnsNumber.Read(call.Query[Number]!, 1, BatchSendMessage.Most) is not { } max)
        {
            return MnsErrors.Range(Number, 1, BatchSendMessage.Most, unit: "");
        }

        var (messages, error) = await ReceiveAsync(call, queue, (int)max, cancellationToken);
        return error is null
            ? MnsAnswer.Ok(MnsXml.Element(
                MessageXml.List, messages.Select(message => MessageXml.Write(message, call.Caller.Account))))
            : error;
    }
}
