using System.Text.Json.Nodes;
using MediaInfo.Architecture.Tests.Reference;
using MediaInfo.TestSupport;

namespace MediaInfo.Architecture.Tests.OpenApi;

/// <summary>The description that the product serves is what the code makes.</summary>
public sealed class ApiDescriptionTests
{
    private static readonly JsonNode Document = JsonNode.Parse(ApiDescription.Write())!;

    [Fact]
    public void The_file_is_what_the_code_makes() => GoldenFile.MatchesFile(ApiDescription.Write(), ApiDescription.Path);

    [Fact]
    public void Every_action_is_an_operation_of_its_own()
    {
        var ids = Document["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject())
            .Select(operation => operation.Value!["operationId"]!.GetValue<string>())
            .ToList();

        Assert.Equal(ListedAction.All.Count, ids.Count);
        Assert.Distinct(ids, StringComparer.Ordinal);
    }
}
