using MediaInfo.Api.Gateway;

namespace MediaInfo.Api.Rpc;

/// <summary>Decides in which form a request is answered.</summary>
/// <remarks>
/// Documented: the Format parameter, JSON or XML in any letter case, XML where it is absent. A request that names no
/// format but says "accept: application/json", as the current SDKs do, gets JSON.
/// </remarks>
public static class RpcFormats
{
    /// <summary>The form that the request asks for; null when it asks for one that does not exist.</summary>
    public static RpcFormat? Of(ApiRequest request, RpcParameters parameters) => parameters["Format"]?.ToUpperInvariant() switch
    {
        "JSON" => RpcFormat.Json,
        "XML" => RpcFormat.Xml,
        null => request.Headers.Accept.ToString().Contains("json", StringComparison.OrdinalIgnoreCase) ? RpcFormat.Json : RpcFormat.Xml,
        _ => null,
    };
}
