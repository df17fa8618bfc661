using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaInfo.Api.Gateway;
using MediaInfo.Api.Huawei.Mpc.Wire;

namespace MediaInfo.Api.Huawei.Mpc;

/// <summary>Writes responses and errors.</summary>
internal static class MpcRenderer
{
    private const string JsonType = "application/json; charset=UTF-8";
    private const int Ok = 200;
    private const int NoContent = 204;

    private static readonly string[] Digits = ["task_id", "create_time", "start_time", "end_time"];

    /// <summary>A success.</summary>
    /// <param name="requestId">The request's id.</param>
    /// <param name="answer">The response.</param>
    /// <param name="bareNumbers">Whether ids and times are written as numbers.</param>
    public static ApiResponse Answer(string requestId, MpcAnswer answer, bool bareNumbers) =>
        answer.Body is null
            ? new ApiResponse(NoContent, ContentType: null, ReadOnlyMemory<byte>.Empty) { Headers = Headers(requestId) }
        : bareNumbers ? Render(Ok, requestId, Bytes(Bare(JsonSerializer.SerializeToNode(answer.Body, answer.Type!)!)))
        : Render(Ok, requestId, JsonSerializer.SerializeToUtf8Bytes(answer.Body, answer.Type!));

    /// <summary>An error. Errors of the vendor's gateway also have the request id in the body.</summary>
    public static ApiResponse Error(string requestId, MpcError error)
    {
        var isGateway = error.Code.StartsWith(MpcErrors.GatewayPrefix, StringComparison.Ordinal);
        var body = new ErrorBody(error.Code, error.Message, isGateway ? requestId : null, error.Reason);
        var response = Render((int)error.Status, requestId, JsonSerializer.SerializeToUtf8Bytes(body, MpcJson.Wire.ErrorBody));
        return error.RetryAfter is { } wait
            ? response with { Headers = Headers(requestId, ("Retry-After", SecondsOf(wait))) }
            : response;
    }

    // HTTP knows whole seconds only.
    private static string SecondsOf(TimeSpan wait) =>
        Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    private static ApiResponse Render(int status, string requestId, ReadOnlyMemory<byte> body) =>
        new(status, JsonType, body) { Headers = Headers(requestId) };

    private static Dictionary<string, string> Headers(string requestId, params (string Name, string Value)[] more)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["X-Request-Id"] = requestId };
        foreach (var (name, value) in more)
        {
            headers[name] = value;
        }

        return headers;
    }

    private static byte[] Bytes(JsonNode tree) => JsonSerializer.SerializeToUtf8Bytes(tree, MpcJson.Wire.JsonNode);

    // Only the response's own members: the callers' data is nested deeper.
    private static JsonNode Bare(JsonNode answer)
    {
        foreach (var task in answer["tasks"] is JsonArray tasks ? tasks.OfType<JsonObject>() : [answer.AsObject()])
        {
            foreach (var name in Digits.Where(task.ContainsKey))
            {
                task[name] = JsonNode.Parse(task[name]!.GetValue<string>());
            }
        }

        return answer;
    }
}
