using System.Xml.Linq;
using MediaInfo.Core.Topics;

namespace MediaInfo.Api.Alibaba.Mns.Topics;

/// <summary>ListTopic: GET /topics, by name.</summary>
/// <remarks>Source: "ListTopic" of Message Service; x-mns-with-meta is that of its clients.</remarks>
/// <parameter name="x-mns-prefix" otherwise="all topics" example="mps-">Header: what names begin with.</parameter>
/// <parameter name="x-mns-marker" otherwise="the first page" example="mps-done">
/// Header: the NextMarker of the page before.
/// </parameter>
/// <parameter name="x-mns-ret-number" otherwise="1000" example="10" type="integer" min="1" max="1000">
/// Header: the most topics of a page, 1 to 1000.
/// </parameter>
/// <parameter name="x-mns-with-meta" otherwise="addresses only" example="true" type="boolean">
/// Header: true adds the attributes.
/// </parameter>
/// <answer status="200" element="Topics">A page of topics.</answer>
public sealed class ListTopic(ITopicStore topics) : IMnsAction
{
    /// <inheritdoc />
    public string Name => nameof(ListTopic);

    /// <inheritdoc />
    public string Method => "GET";

    /// <inheritdoc />
    public MnsResource Resource => MnsResource.Topics;

    /// <inheritdoc />
    public async Task<MnsAnswer> InvokeAsync(MnsCall call, CancellationToken cancellationToken)
    {
        var (page, error) = TopicPage.Of(call);
        if (page is null)
        {
            return error!;
        }

        var (names, next) = page.Cut(await topics.NamesAsync(call.Account, page.Prefix, cancellationToken));
        var withAttributes = TopicPage.WithAttributes(call);
        var listed = new List<XElement>();
        foreach (var name in names)
        {
            var url = MnsXml.Text("TopicURL", TopicXml.Url(call, name));
            var topic = withAttributes ? (await topics.FindAsync(call.Account, name, cancellationToken))?.Topic : null;
            listed.Add(MnsXml.Element(TopicXml.Topic, url, topic is null ? null : TopicXml.Write(topic)));
        }

        return MnsAnswer.Ok(MnsXml.Element("Topics", listed, next is null ? null : MnsXml.Text("NextMarker", next)));
    }
}
