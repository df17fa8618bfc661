using MediaInfo.Core.Messaging;
using MediaInfo.Core.Pipelines;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Alibaba.Mns.Queues;

/// <summary>POST of the element Message: sends a message.</summary>
/// <remarks>Source: "SendMessage" of Simple Message Queue.</remarks>
/// <body element="Message" />
/// <answer status="201" element="SentMessage">It was sent.</answer>
public sealed class SendMessage(IMessageQueues queues, QueueDirectory directory, QueueAccess access) : MnsQueueAction(access)
{
    /// <inheritdoc />
    public override string Name => nameof(SendMessage);

    /// <inheritdoc />
    public override string Method => HttpMethods.Post;

    /// <inheritdoc />
    public override MnsResource Resource => MnsResource.QueueMessages;

    /// <inheritdoc />
    public override bool Fits(MnsQuery query, string? root) => root is not MessageXml.List;

    /// <inheritdoc />
    protected override async Task<MnsAnswer> ActAsync(MnsCall call, string queue, CancellationToken cancellationToken)
    {
        var (root, error) = call.Read(MessageXml.Root);
        if (root is null)
        {
            return error!;
        }

        if (await directory.SettingsOfAsync(queue, cancellationToken) is not { } settings)
        {
            return MnsErrors.QueueNotExist;
        }

        var (message, problem) = SentXml.Read(root, settings, queues.LargestBody);
        if (message is null)
        {
            return problem!;
        }

        if (await queues.SendAsync(queue, message, cancellationToken) is { } sent)
        {
            return MnsAnswer.Created(location: null, MessageXml.Write(sent, message.Body));
        }

        directory.Forget(queue);
        return MnsErrors.QueueNotExist;
    }
}
