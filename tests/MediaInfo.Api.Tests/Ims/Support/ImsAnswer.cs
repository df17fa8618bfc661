using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MediaInfo.Api.Tests.Ims.Support;

/// <summary>An answer as it goes over the wire.</summary>
public sealed record ImsAnswer(int Status, string Body)
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public JsonNode Json => JsonNode.Parse(Body)!;

    /// <summary>The body for people to read.</summary>
    public string Pretty => Json.ToJsonString(Indented);

    public string? Code => (string?)Json[nameof(Code)];

    public string? Message => (string?)Json[nameof(Message)];
}
