using System.Text.Json;
using System.Text.Json.Nodes;
using MediaInfo.Api.Gateway;
using MediaInfo.Api.Alibaba.Rpc.Wire;

namespace MediaInfo.Api.Alibaba.Rpc;

/// <summary>Writes responses and errors as JSON or XML.</summary>
internal static class RpcRenderer
{
    // The vendor's SDKs compare these strings exactly.
    private const string JsonType = "application/json;charset=utf-8";
    private const string XmlType = "text/xml;charset=utf-8";
    private const int Success = 200;

    /// <summary>A success.</summary>
    public static ApiResponse Answer(ApiRequest request, string action, RpcAnswer answer, RpcFormat format)
    {
        var response = answer.FlatLists || format == RpcFormat.Xml
            ? Render(Success, $"{action}Response", Tree(answer), format)
            : new ApiResponse(Success, JsonType, JsonSerializer.SerializeToUtf8Bytes(answer.Body, answer.Type!));
        return response with { Headers = RpcHeaders.OfSuccess(request.RequestId, response.Body.Span) };
    }

    /// <summary>An error.</summary>
    public static ApiResponse Error(ApiRequest request, RpcError error, RpcFormat format)
    {
        var body = new ErrorBody(request.RequestId, request.Host, error.Code, error.Message) { Reason = error.Reason };
        return Render((int)error.Status, "Error", JsonSerializer.SerializeToNode(body, RpcJson.Wire.ErrorBody)!, format) with
        {
            Headers = error.RetryAfter is { } wait
                ? RpcHeaders.OfThrottled(request.RequestId, wait)
                : RpcHeaders.Of(request.RequestId),
        };
    }

    /// <summary>The answer to a browser that asks whether a page may call.</summary>
    public static ApiResponse Preflight(ApiRequest request) =>
        new(Success, ContentType: null, ReadOnlyMemory<byte>.Empty) { Headers = RpcHeaders.OfPreflight(request) };

    private static JsonNode Tree(RpcAnswer answer)
    {
        var tree = JsonSerializer.SerializeToNode(answer.Body, answer.Type!)!;
        return answer.FlatLists ? FlatLists.Of(tree)! : tree;
    }

    private static ApiResponse Render(int status, string root, JsonNode body, RpcFormat format) => format switch
    {
        RpcFormat.Json => new ApiResponse(status, JsonType, JsonSerializer.SerializeToUtf8Bytes(body, RpcJson.Wire.JsonNode)),
        _ => new ApiResponse(status, XmlType, RpcXml.Write(root, body)),
    };
}
