using System.Text.Json.Serialization;

namespace MediaInfo.Core.Templates;

/// <summary>The JSON of templates: camel case, enums by name, nulls omitted.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TemplateBook))]
public sealed partial class TemplateJson : JsonSerializerContext;
