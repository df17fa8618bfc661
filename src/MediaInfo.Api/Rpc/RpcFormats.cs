using MediaInfo.Api.Gateway;

namespace MediaInfo.Api.Rpc;

/// <summary>Decides in which form a request is answered.</summary>
/// <remarks>
/// Documented: the Format parameter, JSON or XML in any letter case, XML where it is absent. That is signature version 1;
/// a request signed by version 3, and one that says "accept: application/json", gets JSON.
/// </remarks>
public static class RpcFormats
{
    /// <summary>The form that the request asks for; null when it asks for one that does not exist.</summary>
    public static RpcFormat? Of(ApiRequest request, RpcParameters parameters) => parameters["Format"]?.ToUpperInvariant() switch
    {
        "JSON" => RpcFormat.Json,
        "XML" => RpcFormat.Xml,
        null => AsksForJson(request) ? RpcFormat.Json : RpcFormat.Xml,
        _ => null,
    };

    private static bool AsksForJson(ApiRequest request) =>
        request.Headers.Authorization.Count > 0
        || request.Headers.Accept.ToString().Contains("json", StringComparison.OrdinalIgnoreCase);
}
