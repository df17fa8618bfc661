using System.Text.Json;
using System.Text.Json.Serialization;

namespace MediaInfo.Api.Gateway;

/// <summary>How the JSON of every dialect is written.</summary>
internal static class WireJson
{
    /// <summary>Omits null members, leaves non-ASCII text unescaped, and keeps member names unless a policy is given.</summary>
    /// <remarks>Older SDKs do not decode \u escapes, and none of this is ever embedded in a web page.</remarks>
    public static JsonSerializerOptions NewOptions(JsonNamingPolicy? names = null) => new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = new BareTextEncoder(),
        PropertyNamingPolicy = names,
    };
}
