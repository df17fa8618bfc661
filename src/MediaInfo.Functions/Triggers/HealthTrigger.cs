using MediaInfo.Api.Gateway;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace MediaInfo.Functions.Triggers;

/// <summary>Whether the worker lives, and whether it can work.</summary>
public sealed class HealthTrigger(HealthEndpoint health)
{
    /// <summary>Answers 200 as long as the worker serves requests.</summary>
    [Function("HealthLive")]
    public static async Task<IActionResult> LiveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/live")] HttpRequest request)
    {
        await HealthEndpoint.AnswerLiveAsync(request.HttpContext);
        return new EmptyResult();
    }

    /// <summary>Answers 200 when every check passes, else 503.</summary>
    [Function("HealthReady")]
    public async Task<IActionResult> ReadyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/ready")] HttpRequest request)
    {
        await health.AnswerReadyAsync(request.HttpContext);
        return new EmptyResult();
    }
}
