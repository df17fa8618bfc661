using System.Globalization;
using System.Text.Json.Nodes;
using MediaInfo.Architecture.Tests.Reference;

namespace MediaInfo.Architecture.Tests.OpenApi;

/// <summary>The errors of the dialects: each dialect's own, and those of every call.</summary>
/// <param name="book">The schemas that others refer to.</param>
internal sealed class ApiErrors(SchemaBook book)
{
    /// <summary>All errors, by the names that operations refer to.</summary>
    public JsonObject Write() => new()
    {
        ["mps"] = Rpc("mps"),
        ["ims"] = Rpc("ims"),
        ["mediainfo"] = Rpc("report"),
        ["mpc"] = Errors(
            [Page("mpc")], "application/json", book.Refer(Page("mpc"), "ErrorBody")!),
        ["mns"] = Errors([Page("mns")], "text/xml", Xml()),
        ["mns-topics"] = Errors([Page("mns-topics"), Page("mns")], "text/xml", Xml()),
    };

    private JsonObject Rpc(string page) => Errors(
        [Page(page), Page("alibaba")], "application/json", book.Refer(Page("alibaba"), "ErrorBody")!);

    private JsonObject Xml() => book.Refer("mns.Error", () => new JsonObject
    {
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["Code"] = new JsonObject { ["type"] = "string" },
            ["Message"] = new JsonObject { ["type"] = "string" },
            ["RequestId"] = new JsonObject { ["type"] = "string" },
            ["HostId"] = new JsonObject { ["type"] = "string" },
        },
        ["xml"] = new JsonObject { ["name"] = "Error", ["namespace"] = "http://mns.aliyuncs.com/doc/v1/" },
    });

    private static JsonObject Errors(IEnumerable<ApiPage> pages, string type, JsonObject schema) => new()
    {
        ["description"] = "Any error.",
        ["content"] = new JsonObject { [type] = new JsonObject { ["schema"] = schema } },
        ["x-errors"] = new JsonArray([.. pages.SelectMany(page => page.Catalogue.Errors)
            .Select(error => (JsonNode)new JsonObject
            {
                ["status"] = int.Parse(error.Status, CultureInfo.InvariantCulture),
                ["code"] = error.Code,
                ["message"] = error.Message,
                ["when"] = Plain.Text(error.When),
                ["remedy"] = Plain.Text(error.Remedy),
            })]),
    };

    private static ApiPage Page(string name) =>
        ReferencePages.OfApis.Single(page => string.Equals(page.Name, name, StringComparison.Ordinal));
}
