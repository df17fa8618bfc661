using MediaInfo.Api.Gateway;
using MediaInfo.Functions.Durable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace MediaInfo.Functions.Triggers;

/// <summary>The root, where every action of Alibaba's RPC products is called. The gateway authenticates, not the host's keys.</summary>
public sealed class RpcTrigger(RequestGateway gateway)
{
    // An empty route does not bind. An optional segment of no characters matches the root and nothing else.
    private const string Root = "{ignored:maxlength(0)?}";

    /// <summary>Answers the request; a job that it submits becomes an orchestration.</summary>
    [Function("Rpc")]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = Root)] HttpRequest request,
        [DurableClient] DurableTaskClient client)
    {
        await gateway.HandleAsync(request.HttpContext, new DurableJobScheduler(client));
        return new EmptyResult();
    }
}
