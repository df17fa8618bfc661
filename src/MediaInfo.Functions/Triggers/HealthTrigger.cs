using MediaInfo.Api.Gateway;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace MediaInfo.Functions.Triggers;

/// <summary>Reports whether the worker is alive, and whether it is ready.</summary>
public sealed class HealthTrigger(HealthEndpoint health)
{
    /// <summary>Responds 200 as long as the worker serves requests.</summary>
    [Function("HealthLive")]
    public static async Task<IActionResult> LiveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/live")] HttpRequest request)
    {
        await HealthEndpoint.AnswerLiveAsync(request.HttpContext);
        return new EmptyResult();
    }

    /// <summary>Responds 200 if every check passes, otherwise 503.</summary>
    [Function("HealthReady")]
    public async Task<IActionResult> ReadyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/ready")] HttpRequest request)
    {
        await health.AnswerReadyAsync(request.HttpContext);
        return new EmptyResult();
    }
}
