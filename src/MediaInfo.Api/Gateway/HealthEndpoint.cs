using MediaInfo.Api.Gateway.Signing;
using MediaInfo.Core.Health;
using MediaInfo.Core.Telemetry;
using Microsoft.AspNetCore.Http;

namespace MediaInfo.Api.Gateway;

/// <summary>Answers whether the process is alive and whether it is ready.</summary>
public sealed class HealthEndpoint(ReadinessChecks checks, HealthOptions options)
{
    /// <summary>The path that returns 200 while the process serves requests.</summary>
    public const string LivePath = "/health/live";

    /// <summary>
    /// The path that returns 200 if every check passes, else 503, with the version of the build. Callers with the key also get
    /// each check's result.
    /// </summary>
    public const string ReadyPath = "/health/ready";

    /// <summary>
    /// The header with the key. Not Authorization, because other parts of the service and proxies interpret that.
    /// </summary>
    public const string KeyHeader = "X-Health-Key";

    /// <summary>Answers that the process is alive.</summary>
    public static Task AnswerLiveAsync(HttpContext context) => context.Response.WriteAsync("live", context.RequestAborted);

    /// <summary>Answers whether the checks pass. Only callers with the key see paths and addresses.</summary>
    public async Task AnswerReadyAsync(HttpContext context)
    {
        var found = await checks.RunAsync(context.RequestAborted);
        var isReady = found.Values.All(check => check.IsReady);
        context.Response.StatusCode = isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsJsonAsync(
            new HealthAnswer(isReady ? "ready" : "unavailable", ProductVersion.Current, HasKey(context.Request) ? found : null),
            GatewayJson.Wire.HealthAnswer,
            cancellationToken: context.RequestAborted);
    }

    private bool HasKey(HttpRequest request) =>
        options.Key is { } key && ConstantTime.Equal(request.Headers[KeyHeader].ToString(), key);
}
