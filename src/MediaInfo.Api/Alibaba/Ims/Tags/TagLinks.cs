using System.Text.Json.Nodes;
using MediaInfo.Api.Alibaba.Ims.Tags.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Files;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Tags;

namespace MediaInfo.Api.Alibaba.Ims.Tags;

/// <summary>Adds signed addresses to the pictures that findings name: nobody else can read the service's own bucket.</summary>
public sealed class TagLinks(IObjectLinks links)
{
    private const string Picture = "snapshot";

    /// <summary>How long an address is valid if the caller cannot say.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>Findings as the vendor writes them, with the addresses of the job's own pictures.</summary>
    public async Task<IReadOnlyList<SmarttagResult>> WriteAsync(
        JobKey job, IEnumerable<TagResult> results, TimeSpan lifetime, CancellationToken cancellationToken) =>
        await Task.WhenAll(results.Select(async result =>
            new SmarttagResult(result.Type, await WriteAsync(job, result, lifetime, cancellationToken))));

    private async Task<string> WriteAsync(
        JobKey job, TagResult result, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        var root = JsonNode.Parse(result.Data.GetRawText())!;
        foreach (var picture in PicturesIn(root).Where(picture => IsOf(picture, job)))
        {
            var address = await links.SignAsync(
                JobFiles.Locate(job, NameOf(picture, job)), lifetime, cancellationToken);
            picture["url"] = address?.AbsoluteUri;
        }

        return root.ToJsonString(RpcJson.Wire.Options);
    }

    private static List<JsonObject> PicturesIn(JsonNode root)
    {
        var pictures = new List<JsonObject>();
        var left = new Stack<JsonNode>([root]);
        while (left.TryPop(out var node))
        {
            var members = node as JsonObject;
            foreach (var inner in members?.Select(member => member.Value) ?? node as JsonArray ?? [])
            {
                if (inner is JsonObject or JsonArray)
                {
                    left.Push(inner);
                }
            }

            pictures.AddRange(members?[Picture] is JsonObject picture ? [picture] : []);
        }

        return pictures;
    }

    // What a recogniser of the operator's own writes must not open other files.
    private static bool IsOf(JsonObject picture, JobKey job) =>
        Text(picture, "bucket") is { } bucket
        && Text(picture, "key") is { } key
        && JobFiles.Locate(job, "") is var folder
        && string.Equals(bucket, folder.Bucket, StringComparison.Ordinal)
        && key.StartsWith(folder.Key, StringComparison.Ordinal);

    private static string NameOf(JsonObject picture, JobKey job) => Text(picture, "key")![JobFiles.Locate(job, "").Key.Length..];

    private static string? Text(JsonObject owner, string name) =>
        owner[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
