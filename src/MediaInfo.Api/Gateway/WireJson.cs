using System.Text.Json;
using System.Text.Json.Serialization;

namespace MediaInfo.Api.Gateway;

/// <summary>How the JSON of every dialect is written.</summary>
internal static class WireJson
{
    /// <summary>Null members left out, non-ASCII text bare, names as their types have them unless told otherwise.</summary>
    /// <remarks>Older SDKs do not decode \u escapes; nothing here is ever put into a web page.</remarks>
    public static JsonSerializerOptions NewOptions(JsonNamingPolicy? names = null) => new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = new BareTextEncoder(),
        PropertyNamingPolicy = names,
    };
}
