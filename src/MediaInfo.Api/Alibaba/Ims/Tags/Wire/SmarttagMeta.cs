using System.Text.Json.Serialization;

namespace MediaInfo.Api.Alibaba.Ims.Tags.Wire;

/// <summary>The Data of the result Meta. Source: "QuerySmarttagJob", whose example has the title.</summary>
/// <param name="Title">The title of the submit call.</param>
public sealed record SmarttagMeta([property: JsonPropertyName("title")] string Title);
