using System.Text.Json.Nodes;
using MediaInfo.TestSupport;

namespace MediaInfo.Api.Tests.Description;

/// <summary>An operation of the description that the product serves.</summary>
/// <param name="Key">Its key among the paths.</param>
/// <param name="Method">Its HTTP method, upper case.</param>
/// <param name="Json">What the description says of it.</param>
internal sealed record DescribedOperation(string Key, string Method, JsonNode Json)
{
    private static readonly JsonNode Document = JsonNode.Parse(
        File.ReadAllText(RepositoryRoot.Combine("src", "MediaInfo.Api", "Console", "openapi.json")))!;

    /// <summary>All of them, by their ids.</summary>
    public static IReadOnlyDictionary<string, DescribedOperation> All { get; } = (
        from path in Document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select new DescribedOperation(path.Key, operation.Key.ToUpperInvariant(), operation.Value!))
        .ToDictionary(operation => operation.Id, StringComparer.Ordinal);

    /// <summary>Its id, such as "mps.AddPipeline".</summary>
    public string Id => Json["operationId"]!.GetValue<string>();

    /// <summary>The name of the action.</summary>
    public string Name => Action("name")!;

    /// <summary>Its parameters.</summary>
    public IEnumerable<JsonNode> Parameters => Json["parameters"]!.AsArray().Select(parameter => parameter!);

    /// <summary>The media of its body; null without a body.</summary>
    public JsonNode? Body => Json["requestBody"]?["content"]?.AsObject().Single().Value;

    /// <summary>A text of x-action.</summary>
    public string? Action(string member) => Json["x-action"]![member]?.GetValue<string>();

    /// <summary>A schema, or the one that it refers to.</summary>
    public static JsonObject Resolve(JsonNode schema) => schema["$ref"]?.GetValue<string>() is { } target
        ? Document["components"]!["schemas"]![target.Split('/')[^1]]!.AsObject()
        : schema.AsObject();

    /// <summary>Whether a parameter chooses this action from among others, so that a call without it is another one.</summary>
    public bool IsChosenBy(string parameter) =>
        Key.Split('?') is [_, var query]
        && query.Split('&').Any(part => string.Equals(part.Split('=')[0], parameter, StringComparison.Ordinal));

    /// <summary>The values of a call with what is required, or required if another is absent: the examples.</summary>
    public Dictionary<string, string> Required() => Parameters
        .Where(parameter => parameter["required"]!.GetValue<bool>() || parameter["schema"]!["x-requiredAtTimes"] is not null)
        .ToDictionary(NameOf, ExampleOf, StringComparer.Ordinal);

    /// <summary>A parameter's name.</summary>
    public static string NameOf(JsonNode parameter) => parameter["name"]!.GetValue<string>();

    /// <summary>A parameter's example as it is sent.</summary>
    public static string ExampleOf(JsonNode parameter) => Text(parameter["example"]!);

    /// <summary>A value as it is sent.</summary>
    public static string Text(JsonNode value) =>
        value is JsonArray list ? string.Join(',', list.Select(item => item!.ToString())) : value.ToString();
}
