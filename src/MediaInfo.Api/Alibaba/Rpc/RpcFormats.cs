using MediaInfo.Api.Gateway;

namespace MediaInfo.Api.Alibaba.Rpc;

/// <summary>Chooses the format of a request's response.</summary>
/// <remarks>
/// Documented: the Format parameter, JSON or XML in any case, XML if absent. That is for signature version 1; a request signed
/// with version 3, or with "accept: application/json", gets JSON.
/// </remarks>
/// <parameter name="Format" otherwise='XML; JSON with signature version 3 or "accept: application/json"' example="JSON"
/// values="JSON,XML" case="ignored">
/// JSON or XML, in any case.
/// </parameter>
public static class RpcFormats
{
    /// <summary>The requested format; null if there is no such format.</summary>
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
