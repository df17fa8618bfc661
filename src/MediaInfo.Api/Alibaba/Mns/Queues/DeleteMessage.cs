using MediaInfo.Core.Messaging;
using MediaInfo.Core.Pipelines;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Alibaba.Mns.Queues;

/// <summary>DELETE of a queue's messages with ReceiptHandle: deletes a received message.</summary>
/// <remarks>Source: "DeleteMessage" of Simple Message Queue.</remarks>
/// <parameter name="ReceiptHandle" required="true" example="MTIzCjQ1Ng" maxlength="1024" pattern="^[A-Za-z0-9_-]+$">
/// The handle of the response to a receive call. It is good until the message is visible again.
/// </parameter>
/// <answer status="204">It is deleted.</answer>
public sealed class DeleteMessage(IMessageQueues queues, QueueAccess access) : MnsQueueAction(access)
{
    /// <inheritdoc />
    public override string Name => nameof(DeleteMessage);

    /// <inheritdoc />
    public override string Method => HttpMethods.Delete;

    /// <inheritdoc />
    public override MnsResource Resource => MnsResource.QueueMessages;

    /// <inheritdoc />
    public override bool Fits(MnsQuery query, string? root) => root is null;

    /// <inheritdoc />
    protected override async Task<MnsAnswer> ActAsync(MnsCall call, string queue, CancellationToken cancellationToken)
    {
        if (call.Query[HeldMessages.Handle] is not { } text)
        {
            return MnsErrors.MissingReceiptHandle;
        }

        if (MessageHandle.Read(text) is not { } handle)
        {
            return MnsErrors.ReceiptHandleError;
        }

        var done = await queues.DeleteMessageAsync(queue, handle.Id, handle.Receipt, cancellationToken);
        return HeldMessages.ErrorOf(done.Status) is { } error ? error : MnsAnswer.NoContent();
    }
}
