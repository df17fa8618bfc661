using MediaInfo.Api.Gateway;
using MediaInfo.Functions.Durable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MediaInfo.Functions.Triggers;

/// <summary>The paths of Huawei's Media Processing Center. The gateway authenticates requests; host keys are not used.</summary>
/// <remarks>Accepts every HTTP method, so that unsupported ones get the product's own error.</remarks>
public sealed class MpcTrigger(RequestGateway gateway, DurableClients clients)
{
    /// <summary>Handles the request, and starts the orchestration of a task that it creates.</summary>
    [Function("Mpc")]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "v1/{project_id}/extract-metadata")] HttpRequest request,
        [DurableClient] DurableTaskClient client)
    {
        clients.Use(client);
        await gateway.HandleAsync(request.HttpContext);
        return new EmptyResult();
    }

    /// <summary>Responds that the path does not exist.</summary>
    [Function("MpcUnknown")]
    public async Task<IActionResult> RefuseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "v1/{*path}")] HttpRequest request)
    {
        await gateway.HandleAsync(request.HttpContext);
        return new EmptyResult();
    }
}
