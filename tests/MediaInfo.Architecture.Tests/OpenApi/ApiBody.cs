using System.Text.Json.Nodes;
using System.Xml.Linq;
using MediaInfo.Architecture.Tests.Reference;

namespace MediaInfo.Architecture.Tests.OpenApi;

/// <summary>Bodies of requests and XML answers.</summary>
/// <param name="schemas">Writes parameters as schemas.</param>
/// <param name="book">The schemas that others refer to.</param>
/// <param name="page">The page of the action.</param>
internal sealed class ApiBody(ParameterSchema schemas, SchemaBook book, ApiPage page)
{
    private const string Namespace = "http://mns.aliyuncs.com/doc/v1/";

    /// <summary>
    /// The body of a request: the element "body" of the action's comment names the wire type of a JSON body, or the element of
    /// an XML body and, for a list, that of its items.
    /// </summary>
    public JsonObject Request(XElement body, IReadOnlyList<RequestParameter> parameters)
    {
        var content = body.Attribute("json")?.Value is { } type
            ? new JsonObject { ["application/json"] = Media(book.Refer(page, type)!, JsonNode.Parse(Text(body, "example"))!) }
            : Xml(body, [.. parameters.Where(parameter => parameter.Place is "element")]);
        return new JsonObject { ["required"] = Text(body, "required") is not "false", ["content"] = content };
    }

    private JsonObject Xml(XElement body, IReadOnlyList<RequestParameter> members)
    {
        var name = Text(body, "element");
        var item = Text(body, "items");
        var isText = item.Length > 0 && members.Count == 0;
        var one = isText ? new JsonObject { ["type"] = "string" } : schemas.Object(members);
        var schema = one;
        if (item.Length > 0)
        {
            one["xml"] = Named(item);
            schema = new JsonObject { ["type"] = "array", ["items"] = one, ["xml"] = Named(name) };
            schema["minItems"] = 1;
            schema["maxItems"] = int.Parse(Text(body, "most"), System.Globalization.CultureInfo.InvariantCulture);
            schema["xml"]!["wrapped"] = true;
        }
        else
        {
            schema["xml"] = Named(name);
        }

        var inner = isText ? Text(body, "example")
            : string.Concat(members.Where(member => member.Example.Length > 0).Select(member => $"<{member.Name}>{member.Example}</{member.Name}>"));
        var text = item.Length > 0 ? $"<{item}>{inner}</{item}>" : inner;
        return new JsonObject
        {
            ["application/xml"] = Media(schema, $"<{name} xmlns=\"{Namespace}\">{text}</{name}>"),
        };
    }

    private static JsonObject Named(string name) => new() { ["name"] = name, ["namespace"] = Namespace };

    private static JsonObject Media(JsonObject schema, JsonNode example) => new() { ["schema"] = schema, ["example"] = example };

    private static string Text(XElement element, string attribute) => element.Attribute(attribute)?.Value ?? "";
}
