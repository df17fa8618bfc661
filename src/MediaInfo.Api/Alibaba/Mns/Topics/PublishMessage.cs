using System.Net;
using System.Text;
using MediaInfo.Core.Callbacks;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Topics;

namespace MediaInfo.Api.Alibaba.Mns.Topics;

/// <summary>PublishMessage: POST /topics/{name}/messages, to every subscriber whose tag fits.</summary>
/// <remarks>
/// Source: "PublishMessage" of Message Service. MessageAttributes, which are for mail and text messages, are not looked at.
/// </remarks>
/// <parameter name="MessageBody" required="true" example="hello topic" maxbytes="65536">
/// Element: the text, as large as the topic allows.
/// </parameter>
/// <parameter name="MessageTag" otherwise="no tag" example="important" maxlength="16">
/// Element: up to 16 characters.
/// </parameter>
/// <body element="Message" />
/// <answer status="201" element="SentMessage">It was published.</answer>
public sealed class PublishMessage(TopicPublisher publisher, ITopicStore topics, TopicNames names, IIdSource ids) : IMnsAction
{
    private const string Body = "MessageBody";

    /// <inheritdoc />
    public string Name => nameof(PublishMessage);

    /// <inheritdoc />
    public string Method => "POST";

    /// <inheritdoc />
    public MnsResource Resource => MnsResource.TopicMessages;

    /// <inheritdoc />
    public async Task<MnsAnswer> InvokeAsync(MnsCall call, CancellationToken cancellationToken)
    {
        if (names.Problem(call) is { } problem)
        {
            return problem;
        }

        var (root, error) = call.Read("Message");
        if (root is null)
        {
            return error!;
        }

        var (tag, tagError) = TopicXml.Tag(root, "MessageTag");
        if (tagError is not null || MnsXml.TextOf(root, Body) is not { Length: > 0 } text)
        {
            return tagError ?? MnsErrors.Schema(Body);
        }

        var topic = (await topics.FindAsync(call.Account, call.Path.Name, cancellationToken))?.Topic;
        return topic is null ? MnsTopicErrors.TopicNotExist
            : Encoding.UTF8.GetByteCount(text) > topic.MaxMessageBytes ? MnsTopicErrors.MessageTooLarge
            : await PublishAsync(call.Account, topic, text, tag is "" ? null : tag, cancellationToken);
    }

    private async Task<MnsAnswer> PublishAsync(
        string account, Topic topic, string text, string? tag, CancellationToken cancellationToken)
    {
        var id = ids.NewRequestId().Replace("-", "", StringComparison.Ordinal);
        var post = new TopicPost(topic.Name, id, text, tag) { IsOfCaller = true };
        var result = await publisher.PublishAsync(account, topic, post, cancellationToken);
        return result.ErrorCode switch
        {
            null => MnsAnswer.With(
                HttpStatusCode.Created,
                MnsXml.Element("Message", MnsXml.Text("MessageId", id), MnsXml.Text("MessageBodyMD5", MnsDigest.Of(text)))),
            "AccessDenied" => MnsErrors.AccessDenied,
            _ => MnsErrors.Schema(Body),
        };
    }
}
