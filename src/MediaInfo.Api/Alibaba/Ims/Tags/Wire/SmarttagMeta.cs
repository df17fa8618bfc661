using System.Text.Json.Serialization;

namespace MediaInfo.Api.Alibaba.Ims.Tags.Wire;

/// <summary>The Data of the result Meta. Source: "QuerySmarttagJob", whose example has the title.</summary>
public sealed record SmarttagMeta
{
    /// <summary>The title of the submit call.</summary>
    /// <example>"A day at the sea"</example>
    [JsonPropertyName("title")]
    public required string Title { get; init; }
}
