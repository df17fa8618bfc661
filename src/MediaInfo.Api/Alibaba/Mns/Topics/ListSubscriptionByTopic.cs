using System.Xml.Linq;
using MediaInfo.Core.Topics;

namespace MediaInfo.Api.Alibaba.Mns.Topics;

/// <summary>ListSubscriptionByTopic: GET /topics/{topic}/subscriptions, by name.</summary>
/// <remarks>Source: "ListSubscriptionByTopic" of Message Service; x-mns-with-meta is that of its clients.</remarks>
/// <parameter name="x-mns-prefix" otherwise="all subscriptions" example="team-">Header: what names begin with.</parameter>
/// <parameter name="x-mns-marker" otherwise="the first page" example="team-a">
/// Header: the NextMarker of the page before.
/// </parameter>
/// <parameter name="x-mns-ret-number" otherwise="1000" example="10" type="integer" min="1" max="1000">
/// Header: the most subscriptions of a page, 1 to 1000.
/// </parameter>
/// <parameter name="x-mns-with-meta" otherwise="addresses only" example="true" type="boolean">
/// Header: true adds the attributes.
/// </parameter>
/// <answer status="200" element="Subscriptions">A page of subscriptions.</answer>
public sealed class ListSubscriptionByTopic(ITopicStore topics, TopicNames names) : IMnsAction
{
    /// <inheritdoc />
    public string Name => nameof(ListSubscriptionByTopic);

    /// <inheritdoc />
    public string Method => "GET";

    /// <inheritdoc />
    public MnsResource Resource => MnsResource.Subscriptions;

    /// <inheritdoc />
    public async Task<MnsAnswer> InvokeAsync(MnsCall call, CancellationToken cancellationToken)
    {
        var (page, error) = TopicPage.Of(call);
        if ((names.Problem(call) ?? error) is { } problem)
        {
            return problem;
        }

        return await topics.FindAsync(call.Account, call.Path.Name, cancellationToken) is { Topic: var topic }
            ? MnsAnswer.Ok(List(call, topic, page!))
            : MnsTopicErrors.TopicNotExist;
    }

    private static XElement List(MnsCall call, Topic topic, TopicPage page)
    {
        var (found, next) = page.Cut(topic.Subscriptions.Select(subscription => subscription.Name));
        var withAttributes = TopicPage.WithAttributes(call);
        return MnsXml.Element(
            "Subscriptions",
            found.Select(name => MnsXml.Element(
                TopicXml.Subscription,
                MnsXml.Text("SubscriptionURL", TopicXml.Url(call, topic.Name, name)),
                withAttributes ? TopicXml.Write(call.Account, topic.Name, topic.Find(name)!) : null)),
            next is null ? null : MnsXml.Text("NextMarker", next));
    }
}
