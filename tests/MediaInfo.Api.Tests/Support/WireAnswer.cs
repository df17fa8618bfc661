using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Tests.Support;

/// <summary>An answer as sent over the wire.</summary>
public sealed record WireAnswer(int Status, string? ContentType, string Body, IHeaderDictionary Headers)
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public JsonNode Json => JsonNode.Parse(Body)!;

    /// <summary>The body in readable form.</summary>
    public string Pretty => Json.ToJsonString(Indented);

    /// <summary>Status, code and message of a JSON error.</summary>
    public (int Status, string? Code, string? Message) Error => (Status, Code, Message);

    public string? Code => (string?)Json[nameof(Code)];

    public string? Message => (string?)Json[nameof(Message)];
}
