using MediaInfo.Api.Gateway;
using MediaInfo.Core.Jobs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace MediaInfo.Functions.Triggers;

/// <summary>The paths of Huawei's Media Processing Center. The gateway authenticates, not the host's keys.</summary>
/// <remarks>Every method comes here, so that those that the product does not have get the product's error.</remarks>
public sealed class MpcTrigger(RequestGateway gateway, IJobScheduler scheduler)
{
    /// <summary>Answers the request; a task that it creates waits in the lane of its priority.</summary>
    [Function("Mpc")]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "v1/{project_id}/extract-metadata")] HttpRequest request)
    {
        await gateway.HandleAsync(request.HttpContext, scheduler);
        return new EmptyResult();
    }

    /// <summary>Answers that there is no such path.</summary>
    [Function("MpcUnknown")]
    public async Task<IActionResult> RefuseAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "v1/{*path}")] HttpRequest request)
    {
        await gateway.HandleAsync(request.HttpContext, scheduler);
        return new EmptyResult();
    }
}
