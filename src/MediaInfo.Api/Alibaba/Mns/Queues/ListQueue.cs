using System.Xml.Linq;
using MediaInfo.Core.Messaging;
using MediaInfo.Core.Pipelines;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Alibaba.Mns.Queues;

/// <summary>GET of the queues: those that the account may use, by name.</summary>
/// <remarks>Source: "ListQueue" of Simple Message Queue.</remarks>
/// <parameter name="x-mns-prefix" otherwise="all queues" example="ice-">Header: what the names begin with.</parameter>
/// <parameter name="x-mns-marker" otherwise="the first page" example="ice-callback-done">
/// Header: the element NextMarker of the page before.
/// </parameter>
/// <parameter name="x-mns-ret-number" otherwise="1000" example="100" type="integer" min="1" max="1000">
/// Header: the most queues of a page, 1 to 1000.
/// </parameter>
/// <parameter name="x-mns-with-meta" otherwise="false" example="true" type="boolean">
/// Header: whether the attributes are listed too.
/// </parameter>
/// <answer status="200" element="Queues">A page of queues.</answer>
public sealed class ListQueue(IMessageQueues queues, QueueAccess access) : IMnsAction
{
    private const int LargestPage = 1_000;

    /// <inheritdoc />
    public string Name => nameof(ListQueue);

    /// <inheritdoc />
    public string Method => HttpMethods.Get;

    /// <inheritdoc />
    public MnsResource Resource => MnsResource.Queues;

    /// <inheritdoc />
    public async Task<MnsAnswer> InvokeAsync(MnsCall call, CancellationToken cancellationToken)
    {
        const string number = "x-mns-ret-number";
        if (MnsNumber.Read(Header(call, number) ?? $"{LargestPage}", 1, LargestPage) is not { } size)
        {
            return MnsErrors.Range(number, 1, LargestPage, unit: "");
        }

        var marker = Header(call, "x-mns-marker");
        var names = await queues.ListAsync(Header(call, "x-mns-prefix") ?? "", cancellationToken);
        var page = names
            .Where(name => string.CompareOrdinal(name, marker) > 0 && access.MayUse(call.Account, name))
            .Take((int)size + 1)
            .ToList();
        var withMeta = bool.TryParse(Header(call, "x-mns-with-meta"), out var with) && with;
        var listed = new List<XElement>();
        foreach (var name in page.Take((int)size))
        {
            listed.Add(await WriteAsync(call, name, withMeta, cancellationToken));
        }

        return MnsAnswer.Ok(MnsXml.Element(
            "Queues", listed, page.Count > size ? MnsXml.Text("NextMarker", page[(int)size - 1]) : null));
    }

    // The Node.js client sends this text for a parameter that its caller leaves out.
    private static string? Header(MnsCall call, string name) => call.Header(name) is { } value and not "undefined" ? value : null;

    private async Task<XElement> WriteAsync(
        MnsCall call, string name, bool withMeta, CancellationToken cancellationToken)
    {
        var address = MnsXml.Text("QueueURL", QueueXml.Address(call, name));
        if (!withMeta
            || await queues.FindAsync(name, cancellationToken) is not { } queue
            || await queues.CountAsync(name, cancellationToken) is not { } counts)
        {
            return MnsXml.Element(QueueXml.Root, address);
        }

        var element = QueueXml.Write(queue, counts);
        element.AddFirst(address);
        return element;
    }
}
