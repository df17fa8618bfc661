using MediaInfo.Api.Gateway;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace MediaInfo.Functions.Triggers;

/// <summary>The paths of Message Service. The gateway authenticates requests; host keys are not used.</summary>
/// <remarks>Accepts every HTTP method, so that unsupported ones get the product's own error.</remarks>
public sealed class MnsTrigger(RequestGateway gateway)
{
    /// <summary>Handles a request to a queue, or to the list of queues.</summary>
    [Function("MnsQueues")]
    public async Task<IActionResult> QueuesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "queues/{*path}")] HttpRequest request)
    {
        await gateway.HandleAsync(request.HttpContext);
        return new EmptyResult();
    }

    /// <summary>Handles a request to a topic, or to the list of topics.</summary>
    [Function("MnsTopics")]
    public async Task<IActionResult> TopicsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "topics/{*path}")] HttpRequest request)
    {
        await gateway.HandleAsync(request.HttpContext);
        return new EmptyResult();
    }
}
