using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using MediaInfo.Api.Gateway;
using MediaInfo.Api.Rpc.Wire;

namespace MediaInfo.Api.Rpc;

/// <summary>Writes answers and errors as JSON or XML.</summary>
internal static class RpcRenderer
{
    // Exactly these texts: the vendor's SDKs compare them.
    private const string JsonType = "application/json;charset=utf-8";
    private const string XmlType = "text/xml;charset=utf-8";
    private const int Success = 200;

    /// <summary>A success.</summary>
    public static ApiResponse Answer(string action, object body, JsonTypeInfo type, RpcFormat format) =>
        Render(Success, $"{action}Response", body, type, format);

    /// <summary>An error.</summary>
    public static ApiResponse Error(ApiRequest request, RpcError error, RpcFormat format)
    {
        var body = new ErrorBody(request.RequestId, request.Host, error.Code, error.Message);
        return Render((int)error.Status, "Error", body, RpcJson.Wire.ErrorBody, format);
    }

    private static ApiResponse Render(int status, string root, object body, JsonTypeInfo type, RpcFormat format) => format switch
    {
        RpcFormat.Json => new ApiResponse(status, JsonType, JsonSerializer.SerializeToUtf8Bytes(body, type)),
        _ => new ApiResponse(status, XmlType, RpcXml.Write(root, (JsonObject)JsonSerializer.SerializeToNode(body, type)!)),
    };
}
