using System.Text.Json.Nodes;
using MediaInfo.Architecture.Tests.Reference;

namespace MediaInfo.Architecture.Tests.OpenApi;

/// <summary>An action as an operation of OpenAPI.</summary>
/// <param name="page">The page of its API.</param>
/// <param name="action">The action.</param>
/// <param name="book">The schemas that others refer to.</param>
internal sealed class ApiOperation(ApiPage page, ListedAction action, SchemaBook book)
{
    private const string MpcPath = "/v1/{project_id}/extract-metadata";
    private readonly ParameterSchema _schemas = new(page, book);

    /// <summary>The name of the action's protocol.</summary>
    public string Protocol => action.IsOfMns ? "mns" : action.Verb is null ? "rpc" : "mpc";

    /// <summary>The dialect.</summary>
    public string Dialect => (string?)action.Says("Dialect") ?? Protocol;

    /// <summary>The HTTP method, in the lower case of path items.</summary>
    public string Method => (action.Verb ?? "post").ToLowerInvariant();

    /// <summary>Where it is really sent.</summary>
    public string Path => Protocol switch
    {
        "rpc" => "/",
        "mpc" => MpcPath,
        _ => Resource.Path,
    };

    /// <summary>Its key among the paths, without what tells it from others of the same method and path.</summary>
    public string Key => Protocol is "rpc" ? $"/{action.Says("Product")}/{action.Says("Version")}/{action.Name}" : Path;

    /// <summary>What tells it from other actions of its method and path.</summary>
    public string Selector
    {
        get
        {
            var query = Own.Where(parameter => parameter is { Place: "query", IsRequired: true })
                .Select(parameter => IsFixed(parameter) ? $"{parameter.Name}={parameter.Form.Values[0]}" : parameter.Name)
                .ToList();
            return query.Count > 0 ? $"?{string.Join('&', query)}" : $"#{BodyOf()?.Attribute("element")?.Value}";
        }
    }

    private IReadOnlyList<RequestParameter> Own => action.Parameters;

    private (string Path, IEnumerable<RequestParameter> Parameters) Resource
    {
        get
        {
            var value = action.Says("Resource")!;
            var named = value.GetType().GetField(value.ToString()!)!;
            return (DocComments.Of(named), DocComments.ParametersOf(named));
        }
    }

    private IEnumerable<RequestParameter> InPath => Protocol switch
    {
        "mpc" => page.Common.Where(parameter => parameter.Place is "path"),
        "mns" => Resource.Parameters,
        _ => [],
    };

    /// <summary>Writes the operation.</summary>
    public JsonObject Write()
    {
        var summary = Plain.Text(DocComments.Of(action.Type)).Replace($"{action.Name}: ", "", StringComparison.Ordinal);
        var operation = new JsonObject
        {
            ["operationId"] = $"{Dialect}.{action.Name}",
            ["summary"] = Plain.Capital(Plain.FirstSentence(summary)),
            ["description"] = $"{Plain.Capital(summary)} {Plain.Text(DocComments.Of(action.Type, "remarks"))}".Trim(),
            ["tags"] = new JsonArray(Dialect),
            ["x-action"] = Action(),
            ["parameters"] = new JsonArray([.. InPath.Concat(Own)
                .Where(parameter => parameter.Place is not "element")
                .Select(parameter => (JsonNode)_schemas.Parameter(parameter))]),
            ["security"] = Security.Of(Protocol),
        };
        if (BodyOf() is { } body)
        {
            operation["requestBody"] = new ApiBody(_schemas, book, page).Request(body, Own);
        }

        operation["responses"] = new ApiAnswers(page, action, book, Dialect).Write();
        return operation;
    }

    private JsonObject Action()
    {
        var written = new JsonObject
        {
            ["protocol"] = Protocol,
            ["dialect"] = Dialect,
            ["group"] = ActionGroup.Of(page.Name, action.Name),
            ["product"] = action.Permission.Split(':')[0],
            ["version"] = Protocol switch
            {
                "rpc" => (string)action.Says("Version")!,
                "mpc" => "v1",
                _ => page.Common.Concat(ReferencePages.OfApis.Single(known => known.Name is "mns").Common)
                    .First(parameter => parameter.Name is "x-mns-version").Example,
            },
            ["name"] = action.Name,
            ["path"] = Path,
        };
        var query = Own.Where(IsFixed).ToList();
        if (query.Count > 0)
        {
            written["query"] = new JsonObject(
                query.Select(parameter => KeyValuePair.Create(parameter.Name, (JsonNode?)parameter.Form.Values[0])));
        }

        written["permission"] = action.Permission;
        written["changesState"] = action.ChangesState;
        written["page"] = page.Name;
        return written;
    }

    private static bool IsFixed(RequestParameter parameter) =>
        parameter is { Place: "query", IsRequired: true, Form.Values.Count: 1 };

    private System.Xml.Linq.XElement? BodyOf() => DocComments.ElementsOf(action.Type, "body").FirstOrDefault();
}
