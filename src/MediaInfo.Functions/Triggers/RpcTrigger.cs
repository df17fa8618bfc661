using MediaInfo.Api.Gateway;
using MediaInfo.Functions.Durable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MediaInfo.Functions.Triggers;

/// <summary>
/// The root path, which serves all actions of Alibaba's RPC products. The gateway authenticates requests; host keys are not used.
/// </summary>
/// <remarks>Accepts every HTTP method, because the host would answer the others itself with an empty 204.</remarks>
public sealed class RpcTrigger(RequestGateway gateway, DurableClients clients)
{
    // An empty route does not bind. An optional segment with a maximum length of zero matches only the root.
    private const string Root = "{ignored:maxlength(0)?}";

    /// <summary>Handles the request, and starts the orchestrations of the jobs that it submits.</summary>
    [Function("Rpc")]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = Root)] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        clients.Use(client);
        await gateway.HandleAsync(request.HttpContext);
        return new EmptyResult();
    }
}
