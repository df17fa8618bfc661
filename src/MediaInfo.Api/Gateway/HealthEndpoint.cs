using MediaInfo.Api.Signing;
using MediaInfo.Core.Health;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Gateway;

/// <summary>Answers whether the process lives, and whether it can work.</summary>
public sealed class HealthEndpoint(ReadinessChecks checks, HealthOptions options)
{
    /// <summary>The path that answers 200 as long as the process serves requests.</summary>
    public const string LivePath = "/health/live";

    /// <summary>The path that answers 200 when every check passes, else 503, and to those who present the key what each found.</summary>
    public const string ReadyPath = "/health/ready";

    /// <summary>The header that carries the key. Not Authorization, which other parts of the service and proxies have an eye on.</summary>
    public const string KeyHeader = "X-Health-Key";

    /// <summary>Answers that the process lives.</summary>
    public static Task AnswerLiveAsync(HttpContext context) => context.Response.WriteAsync("live", context.RequestAborted);

    /// <summary>Answers whether the checks pass. Paths and addresses are told to those alone who present the key.</summary>
    public async Task AnswerReadyAsync(HttpContext context)
    {
        var found = await checks.RunAsync(context.RequestAborted);
        var isReady = found.Values.All(check => check.IsReady);
        context.Response.StatusCode = isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsJsonAsync(
            new HealthAnswer(isReady ? "ready" : "unavailable", HasKey(context.Request) ? found : null),
            GatewayJson.Default.HealthAnswer,
            cancellationToken: context.RequestAborted);
    }

    private bool HasKey(HttpRequest request) =>
        options.Key is { } key && ConstantTime.Equal(request.Headers[KeyHeader].ToString(), key);
}
