using MediaInfo.Api.Console;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace MediaInfo.Functions.Triggers;

/// <summary>The page for people and the description of the API: 404, unless a setting turns them on.</summary>
public sealed class ConsoleTrigger(ConsoleEndpoint console)
{
    /// <summary>Responds with the page or one of its files.</summary>
    [Function("Console")]
    public async Task<IActionResult> PageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "console/{*path}")] HttpRequest request)
    {
        await console.AnswerPageAsync(request.HttpContext);
        return new EmptyResult();
    }

    /// <summary>Responds with the description.</summary>
    [Function("ConsoleDescription")]
    public async Task<IActionResult> DescriptionAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "openapi.json")] HttpRequest request)
    {
        await console.AnswerDescriptionAsync(request.HttpContext);
        return new EmptyResult();
    }
}
