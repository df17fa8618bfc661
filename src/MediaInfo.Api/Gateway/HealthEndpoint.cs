using MediaInfo.Core.Health;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Gateway;

/// <summary>Answers whether the process lives, and whether it can work.</summary>
public sealed class HealthEndpoint(IEnumerable<IReadiness> checks)
{
    /// <summary>The path that answers 200 as long as the process serves requests.</summary>
    public const string LivePath = "/health/live";

    /// <summary>The path that answers 200 when every check passes, else 503, and tells what each found.</summary>
    public const string ReadyPath = "/health/ready";

    /// <summary>Answers that the process lives.</summary>
    public static Task AnswerLiveAsync(HttpContext context) => context.Response.WriteAsync("live", context.RequestAborted);

    /// <summary>Runs the checks and answers what they found.</summary>
    public async Task AnswerReadyAsync(HttpContext context)
    {
        var results = await Task.WhenAll(checks.Select(async check => (check.Name, Result: await check.CheckAsync(context.RequestAborted))));
        context.Response.StatusCode = Array.TrueForAll(results, result => result.Result.IsReady)
            ? StatusCodes.Status200OK
            : StatusCodes.Status503ServiceUnavailable;
        await context.Response.WriteAsJsonAsync(
            results.ToDictionary(result => result.Name, result => result.Result.Detail, StringComparer.Ordinal),
            GatewayJson.Default.DictionaryStringString,
            cancellationToken: context.RequestAborted);
    }
}
