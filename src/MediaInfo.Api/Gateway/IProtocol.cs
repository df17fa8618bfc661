using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Gateway;

/// <summary>One way of speaking to the service: authenticates, dispatches and renders in its own form.</summary>
public interface IProtocol
{
    /// <summary>Whether requests to the path are this protocol's.</summary>
    bool Serves(string path);

    /// <summary>Answers a request; every expected refusal is an answer.</summary>
    Task<ApiResponse> AnswerAsync(ApiRequest request, IJobScheduler scheduler, CancellationToken cancellationToken);

    /// <summary>The answer to a request that could not be taken.</summary>
    ApiResponse Refuse(ApiRequest request, GatewayFault fault);
}
