using System.Text.Json.Serialization;

namespace MediaInfo.Core.Tags.External;

/// <summary>How requests to the recogniser of the operator's own are written.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RequestBody))]
public sealed partial class ExternalJson : JsonSerializerContext;
