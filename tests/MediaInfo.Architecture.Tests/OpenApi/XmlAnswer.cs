using System.Text.Json.Nodes;
using System.Xml.Linq;
using MediaInfo.Api;
using MediaInfo.Architecture.Tests.Reference;

namespace MediaInfo.Architecture.Tests.OpenApi;

/// <summary>Elements of XML answers, as the comments of the classes that write them declare them.</summary>
internal static class XmlAnswer
{
    private const string Namespace = "http://mns.aliyuncs.com/doc/v1/";

    private static readonly Dictionary<string, XElement> Declared = typeof(ServiceCollectionExtensions).Assembly.GetTypes()
        .Where(type => type.Namespace?.StartsWith("MediaInfo.Api.Alibaba.Mns", StringComparison.Ordinal) is true)
        .Where(type => type is { IsNested: false })
        .SelectMany(type => DocComments.ElementsOf(type, "element"))
        .ToDictionary(element => element.Attribute("name")!.Value, StringComparer.Ordinal);

    /// <summary>A reference to an element's schema.</summary>
    public static JsonObject Of(ListedAction action, string element, SchemaBook book) =>
        book.Refer($"mns.{element}", () => Schema(
            Declared.GetValueOrDefault(element)
                ?? throw new InvalidOperationException($"{action.Name} answers {element}, which no comment declares"),
            action,
            book));

    private static JsonObject Schema(XElement element, ListedAction action, SchemaBook book)
    {
        var properties = new JsonObject();
        foreach (var member in element.Elements("member").Select(DocComments.Parameter))
        {
            var schema = member.Form.Type is "list"
                ? new JsonObject { ["type"] = "array", ["items"] = Of(action, member.Form.Json is { Length: > 0 } name ? name : member.Name, book) }
                : new JsonObject { ["type"] = member.Form.Type };
            schema["description"] = Plain.Text(member.Sentence);
            properties[member.Name] = schema;
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["description"] = Plain.Text(DocComments.Parameter(element).Sentence),
            ["properties"] = properties,
            ["xml"] = new JsonObject
            {
                ["name"] = element.Attribute("element")?.Value ?? element.Attribute("name")!.Value,
                ["namespace"] = Namespace,
            },
        };
    }
}
