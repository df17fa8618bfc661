using MediaInfo.Core.Messaging;
using MediaInfo.Core.Pipelines;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Alibaba.Mns.Queues;

/// <summary>GET of a queue's messages with peekonly=true: shows the next one and leaves it visible.</summary>
/// <remarks>Source: "PeekMessage" of Simple Message Queue. An empty queue is the error MessageNotExist.</remarks>
/// <parameter name="peekonly" required="true" example="true" values="true">"true".</parameter>
/// <answer status="200" element="Message">The message, without a handle.</answer>
public sealed class PeekMessage(IMessageQueues queues, QueueAccess access) : MnsQueueAction(access)
{
    /// <summary>The parameter that tells a look from a receive.</summary>
    internal const string PeekOnly = "peekonly";

    /// <inheritdoc />
    public override string Name => nameof(PeekMessage);

    /// <inheritdoc />
    public override string Method => HttpMethods.Get;

    /// <inheritdoc />
    public override MnsResource Resource => MnsResource.QueueMessages;

    /// <inheritdoc />
    public override bool Fits(MnsQuery query, string? root) =>
        query.Says(PeekOnly) && query[BatchReceiveMessage.Number] is null;

    /// <inheritdoc />
    protected override async Task<MnsAnswer> ActAsync(MnsCall call, string queue, CancellationToken cancellationToken) =>
        await queues.PeekAsync(queue, max: 1, cancellationToken) switch
        {
            null => MnsErrors.QueueNotExist,
            [var message, ..] => MnsAnswer.Ok(MessageXml.Write(message, call.Caller.Account)),
            _ => MnsErrors.MessageNotExist,
        };
}
