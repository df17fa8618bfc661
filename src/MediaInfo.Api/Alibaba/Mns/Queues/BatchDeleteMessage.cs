using System.Net;
using System.Xml.Linq;
using MediaInfo.Core.Messaging;
using MediaInfo.Core.Pipelines;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Alibaba.Mns.Queues;

/// <summary>DELETE of a queue's messages with the element ReceiptHandles: deletes up to 16 received messages.</summary>
/// <remarks>
/// Source: "BatchDeleteMessage" of Simple Message Queue. If some were not deleted, the others are, the status is 404, and the
/// element Errors says which ones.
/// </remarks>
/// <body element="ReceiptHandles" items="ReceiptHandle" most="16" example="MTIzCjQ1Ng" />
/// <answer status="204">All are deleted.</answer>
/// <answer status="404" element="Errors">Some were not deleted.</answer>
public sealed class BatchDeleteMessage(IMessageQueues queues, QueueAccess access) : MnsQueueAction(access)
{
    private const string Root = "ReceiptHandles";

    /// <inheritdoc />
    public override string Name => nameof(BatchDeleteMessage);

    /// <inheritdoc />
    public override string Method => HttpMethods.Delete;

    /// <inheritdoc />
    public override MnsResource Resource => MnsResource.QueueMessages;

    /// <inheritdoc />
    public override bool Fits(MnsQuery query, string? root) => root is not null;

    /// <inheritdoc />
    protected override async Task<MnsAnswer> ActAsync(MnsCall call, string queue, CancellationToken cancellationToken)
    {
        var (root, error) = call.Read(Root);
        if (root is null)
        {
            return error!;
        }

        var handles = MnsXml.Children(root, HeldMessages.Handle).Select(element => element.Value.Trim()).ToList();
        if (handles.Count is 0 or > BatchSendMessage.Most)
        {
            return MnsErrors.Range(Root, 1, BatchSendMessage.Most, unit: "");
        }

        var errors = new List<XElement>();
        foreach (var handle in handles)
        {
            if (await DeleteAsync(queue, handle, cancellationToken) is { } problem)
            {
                errors.Add(Write(handle, problem));
            }
        }

        return errors.Count == 0
            ? MnsAnswer.NoContent()
            : MnsAnswer.With(HttpStatusCode.NotFound, MnsXml.Element("Errors", errors));
    }

    private static XElement Write(string handle, MnsError error) => MnsXml.Element(
        "Error",
        MnsXml.Text("ErrorCode", error.Code),
        MnsXml.Text("ErrorMessage", error.Message),
        MnsXml.Text(HeldMessages.Handle, handle));

    private async Task<MnsError?> DeleteAsync(string queue, string text, CancellationToken cancellationToken)
    {
        if (MessageHandle.Read(text) is not { } handle)
        {
            return MnsErrors.ReceiptHandleError;
        }

        try
        {
            var done = await queues.DeleteMessageAsync(queue, handle.Id, handle.Receipt, cancellationToken);
            return HeldMessages.ErrorOf(done.Status);
        }
        catch (IOException)
        {
            // Others of the batch were deleted perhaps, and the caller must know which.
            return MnsErrors.Unavailable;
        }
    }
}
