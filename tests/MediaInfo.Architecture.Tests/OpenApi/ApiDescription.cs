using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaInfo.Architecture.Tests.Reference;
using MediaInfo.TestSupport;

namespace MediaInfo.Architecture.Tests.OpenApi;

/// <summary>The description of every action of every dialect, as OpenAPI 3.1.</summary>
internal static class ApiDescription
{
    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Where it is kept. The product embeds it.</summary>
    public static string Path { get; } = RepositoryRoot.Combine("src", "MediaInfo.Api", "Console", "openapi.json");

    /// <summary>The description's text.</summary>
    public static string Write() => Document().ToJsonString(Written);

    private static JsonObject Document()
    {
        var book = new SchemaBook();
        var paths = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        var operations = ReferencePages.OfApis
            .SelectMany(page => page.Actions.Select(action => (page, action)))
            .OrderBy(listed => listed.action.Type.FullName, StringComparer.Ordinal)
            .Select(listed => new ApiOperation(listed.page, listed.action, book))
            .ToList();
        foreach (var operation in operations)
        {
            var twins = operations.Count(other =>
                string.Equals(other.Key, operation.Key, StringComparison.Ordinal)
                && string.Equals(other.Method, operation.Method, StringComparison.Ordinal));
            Add(paths, twins > 1 ? $"{operation.Key}{operation.Selector}".TrimEnd('#') : operation.Key, operation);
        }

        var responses = new ApiErrors(book).Write();
        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "MediaInfo.Functions",
                ["version"] = "1",
                ["summary"] = "Media information in the words of Alibaba MPS, IMS and MNS, and Huawei MPC.",
                ["description"] =
                    "RPC actions (Alibaba's and our own) are sent to the path / with the parameters Action and Version; their "
                    + "paths here stand for those two. x-action says where and how an action is really sent.",
                ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
            },
            ["jsonSchemaDialect"] = "https://json-schema.org/draft/2020-12/schema",
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["tags"] = new JsonArray([.. Tags()]),
            ["paths"] = new JsonObject(paths.Select(path => KeyValuePair.Create(path.Key, (JsonNode?)path.Value))),
            ["components"] = new JsonObject
            {
                ["schemas"] = book.Write(),
                ["responses"] = responses,
                ["securitySchemes"] = Security.Write(),
            },
        };
    }

    private static IEnumerable<JsonNode> Tags() =>
        from tag in new[]
        {
            ("mps", "Alibaba ApsaraVideo Media Processing (MPS, formerly MTS)"),
            ("ims", "Alibaba Intelligent Media Services (IMS, also called ICE)"),
            ("mediainfo", "Our own actions"),
            ("mpc", "Huawei Media Processing Center (MPC)"),
            ("mns", "Alibaba Message Service (MNS, now Simple Message Queue)"),
        }
        select (JsonNode)new JsonObject { ["name"] = tag.Item1, ["description"] = tag.Item2 };

    private static void Add(SortedDictionary<string, JsonObject> paths, string key, ApiOperation operation)
    {
        if (!paths.TryGetValue(key, out var path))
        {
            paths[key] = path = [];
        }

        path.Add(operation.Method, operation.Write());
    }
}
