
namespace MediaInfo.Api.Gateway;

/// <summary>A protocol of the service: authenticates, dispatches and renders requests in its own form.</summary>
public interface IProtocol
{
    /// <summary>Whether requests to the path belong to this protocol.</summary>
    bool Serves(string path);

    /// <summary>Answers a request; expected refusals are responses, not exceptions.</summary>
    Task<ApiResponse> AnswerAsync(ApiRequest request, CancellationToken cancellationToken);

    /// <summary>The response to a request that could not be processed.</summary>
    ApiResponse Refuse(ApiRequest request, GatewayFault fault);
}
