using MediaInfo.Core.Library.Events;
using MediaInfo.Core.Messaging;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.Api.Alibaba.Mns.Queues;

/// <summary>GET of a queue's messages: receives one and hides it from other readers.</summary>
/// <remarks>Source: "ReceiveMessage" of Simple Message Queue. An empty queue is the error MessageNotExist.</remarks>
/// <parameter name="waitseconds" otherwise="the queue's PollingWaitSeconds" example="30"
/// type="integer" min="0" max="30">
/// How long to wait for a message, 0 to 30.
/// </parameter>
/// <answer status="200" element="Message">The message.</answer>
public sealed class ReceiveMessage(
    QueuePolling polling, QueueDirectory directory, AwaitedQueues awaited, WaitPlaces places, QueueAccess access)
    : MnsReceiveAction(polling, directory, awaited, places, access)
{
    /// <inheritdoc />
    public override string Name => nameof(ReceiveMessage);

    /// <inheritdoc />
    public override bool Fits(MnsQuery query, string? root) =>
        !query.Says(PeekMessage.PeekOnly) && query[BatchReceiveMessage.Number] is null;

    /// <inheritdoc />
    protected override async Task<MnsAnswer> ActAsync(MnsCall call, string queue, CancellationToken cancellationToken)
    {
        var (messages, error) = await ReceiveAsync(call, queue, max: 1, cancellationToken);
        return error is null ? MnsAnswer.Ok(MessageXml.Write(messages[0], call.Caller.Account)) : error;
    }
}
