using System.Globalization;
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

    private static readonly Dictionary<string, string> NoHeaders = new(StringComparer.OrdinalIgnoreCase);

    // Milliseconds; current SDKs wait that long if their caller allows retries.
    private static readonly Dictionary<string, string> RetryLater = new(StringComparer.OrdinalIgnoreCase)
    {
        ["x-acs-retry-after"] = ((int)AccountThrottle.RetryAfter.TotalMilliseconds).ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>A success.</summary>
    public static ApiResponse Answer(string action, RpcAnswer answer, RpcFormat format) =>
        answer.FlatLists || format == RpcFormat.Xml
            ? Render(Success, $"{action}Response", Tree(answer), format)
            : new ApiResponse(Success, JsonType, JsonSerializer.SerializeToUtf8Bytes(answer.Body, answer.Type!));

    /// <summary>An error.</summary>
    public static ApiResponse Error(ApiRequest request, RpcError error, RpcFormat format)
    {
        var body = new ErrorBody(request.RequestId, request.Host, error.Code, error.Message);
        return Render((int)error.Status, "Error", JsonSerializer.SerializeToNode(body, RpcJson.Wire.ErrorBody)!, format) with
        {
            Headers = error == RpcErrors.Throttled ? RetryLater : NoHeaders,
        };
    }

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
