using System.Net;
using System.Text;
using System.Xml.Linq;
using MediaInfo.Core.Messaging;
using MediaInfo.Core.Pipelines;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Alibaba.Mns.Queues;

/// <summary>POST of the element Messages: sends up to 16 messages of together 64 KiB.</summary>
/// <remarks>
/// Source: "BatchSendMessage" of Simple Message Queue. If some messages are refused, the others are sent, the status is 500, and
/// the elements of the response say which ones were refused.
/// </remarks>
/// <body element="Messages" items="Message" most="16" />
/// <answer status="201" element="SentMessages">All were sent.</answer>
/// <answer status="500" element="SentMessages">Some were refused.</answer>
public sealed class BatchSendMessage(IMessageQueues queues, QueueDirectory directory, QueueAccess access)
    : MnsQueueAction(access)
{
    /// <summary>The most messages of a batch.</summary>
    internal const int Most = 16;

    /// <inheritdoc />
    public override string Name => nameof(BatchSendMessage);

    /// <inheritdoc />
    public override string Method => HttpMethods.Post;

    /// <inheritdoc />
    public override MnsResource Resource => MnsResource.QueueMessages;

    /// <inheritdoc />
    public override bool Fits(MnsQuery query, string? root) => root is MessageXml.List;

    /// <inheritdoc />
    protected override async Task<MnsAnswer> ActAsync(MnsCall call, string queue, CancellationToken cancellationToken)
    {
        var (root, error) = call.Read(MessageXml.List);
        if (root is null)
        {
            return error!;
        }

        var elements = MnsXml.Children(root, MessageXml.Root).ToList();
        if (elements.Count is 0 or > Most)
        {
            return MnsErrors.Range(MessageXml.List, 1, Most, unit: "");
        }

        if (elements.Sum(BytesOf) > QueueSettings.LargestOfAll)
        {
            return MnsErrors.Range(MessageXml.List, 1, QueueSettings.LargestOfAll, "bytes");
        }

        if (await directory.SettingsOfAsync(queue, cancellationToken) is not { } settings)
        {
            return MnsErrors.QueueNotExist;
        }

        var written = new List<XElement>();
        var failed = 0;
        foreach (var element in elements)
        {
            var (sent, problem) = await SendAsync(queue, element, settings, cancellationToken);
            written.Add(sent ?? MessageXml.Write(problem!));
            failed += sent is null ? 1 : 0;
        }

        var body = MnsXml.Element(MessageXml.List, written);
        return failed == 0
            ? MnsAnswer.Created(location: null, body)
            : MnsAnswer.With(HttpStatusCode.InternalServerError, body);
    }

    private static int BytesOf(XElement message) => Encoding.UTF8.GetByteCount(MnsXml.TextOf(message, "MessageBody") ?? "");

    private async Task<(XElement? Sent, MnsError? Error)> SendAsync(
        string queue, XElement element, QueueSettings settings, CancellationToken cancellationToken)
    {
        var (message, problem) = SentXml.Read(element, settings, queues.LargestBody);
        if (message is null)
        {
            return (null, problem);
        }

        try
        {
            if (await queues.SendAsync(queue, message, cancellationToken) is { } sent)
            {
                return (MessageXml.Write(sent, message.Body), null);
            }

            directory.Forget(queue);
            return (null, MnsErrors.QueueNotExist);
        }
        catch (IOException)
        {
            // Others of the batch were sent perhaps, and the caller must know which.
            return (null, MnsErrors.Unavailable);
        }
    }
}
