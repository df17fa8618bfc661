using MediaInfo.Core.Messaging;
using MediaInfo.Core.Pipelines;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Alibaba.Mns.Queues;

/// <summary>PUT of a queue's messages: hides a received message for another time, from now on.</summary>
/// <remarks>Source: "ChangeMessageVisibility" of Simple Message Queue. The handle changes.</remarks>
/// <parameter name="ReceiptHandle" required="true" example="MTIzCjQ1Ng" maxlength="1024" pattern="^[A-Za-z0-9_-]+$">
/// The handle of the response to a receive call.
/// </parameter>
/// <parameter name="VisibilityTimeout" required="true" example="60" type="integer" min="1" max="43200">
/// Seconds, 1 to 43200.
/// </parameter>
/// <answer status="200" element="ChangeVisibility">The new handle.</answer>
public sealed class ChangeMessageVisibility(IMessageQueues queues, QueueAccess access) : MnsQueueAction(access)
{
    private const string Timeout = "VisibilityTimeout";
    private const int Longest = 43_200;

    /// <inheritdoc />
    public override string Name => nameof(ChangeMessageVisibility);

    /// <inheritdoc />
    public override string Method => HttpMethods.Put;

    /// <inheritdoc />
    public override MnsResource Resource => MnsResource.QueueMessages;

    /// <inheritdoc />
    protected override async Task<MnsAnswer> ActAsync(MnsCall call, string queue, CancellationToken cancellationToken)
    {
        if (call.Query[HeldMessages.Handle] is not { } text)
        {
            return MnsErrors.MissingReceiptHandle;
        }

        if (call.Query[Timeout] is not { } sent)
        {
            return MnsErrors.MissingVisibilityTimeout;
        }

        if (MnsNumber.Read(sent, 1, Longest) is not { } seconds)
        {
            return MnsErrors.Range(Timeout, 1, Longest, "seconds");
        }

        if (MessageHandle.Read(text) is not { } handle)
        {
            return MnsErrors.ReceiptHandleError;
        }

        var done = await queues.HideMessageAsync(
            queue, handle.Id, handle.Receipt, TimeSpan.FromSeconds(seconds), cancellationToken);
        return HeldMessages.ErrorOf(done.Status) is { } error
            ? error
            : MnsAnswer.Ok(MnsXml.Element(
                "ChangeVisibility",
                MnsXml.Text(HeldMessages.Handle, (handle with { Receipt = done.Receipt! }).ToString()),
                MessageXml.Time("NextVisibleTime", done.VisibleAt!.Value)));
    }
}
