using System.Text.Json.Serialization;
using MediaInfo.Core.Library.Categories;
using MediaInfo.Core.Library.Claims;
using MediaInfo.Core.Library.Events;

namespace MediaInfo.Core.Library;

/// <summary>The JSON of the media library: camel case, enums by name, nulls omitted.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Asset))]
[JsonSerializable(typeof(AssetClaim))]
[JsonSerializable(typeof(CategoryTree))]
[JsonSerializable(typeof(EventCallback))]
[JsonSerializable(typeof(LibraryEvent))]
public sealed partial class LibraryJson : JsonSerializerContext;
