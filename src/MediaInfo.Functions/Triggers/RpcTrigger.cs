using MediaInfo.Api.Gateway;
using MediaInfo.Core.Jobs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace MediaInfo.Functions.Triggers;

/// <summary>The root, where every action of Alibaba's RPC products is called. The gateway authenticates, not the host's keys.</summary>
/// <remarks>Every method comes here: to one that is not named the host itself would answer, with an empty 204.</remarks>
public sealed class RpcTrigger(RequestGateway gateway, IJobScheduler scheduler)
{
    // An empty route does not bind. An optional segment of no characters matches the root and nothing else.
    private const string Root = "{ignored:maxlength(0)?}";

    /// <summary>Answers the request; a job that it submits waits in the lane of its priority.</summary>
    [Function("Rpc")]
    public async Task<IActionResult> RunAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = Root)] HttpRequest request)
    {
        await gateway.HandleAsync(request.HttpContext, scheduler);
        return new EmptyResult();
    }
}
