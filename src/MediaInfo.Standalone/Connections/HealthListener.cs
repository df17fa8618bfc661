using System.Net;
using MediaInfo.Api.Gateway;

namespace MediaInfo.Standalone.Connections;

/// <summary>Answers health checks on their own port, so a flood of API callers cannot block them.</summary>
internal sealed class HealthListener(HealthEndpoint health, HttpOptions options, TimeProvider time, ILogger<HealthListener> log)
    : IHostedLifecycleService, IAsyncDisposable
{
    private static readonly ConnectionLimits Limits = new(All: 64, OfAddress: 32, Head: TimeSpan.FromSeconds(5));
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);

    private WebApplication? _server;

    /// <summary>Starts listening, if a port is set, before the host's other services start.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (options.HealthPort is not { } port)
        {
            return;
        }

        var endpoint = new IPEndPoint(IPAddress.Parse(options.HealthAddress), port);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.UseGate(Limits, Idle, time);
            kestrel.Listen(endpoint);
        });
        _server = builder.Build();
        _server.UseGate();
        _server.Run(AnswerAsync);
        await _server.StartAsync(cancellationToken);
        log.HealthListens($"{endpoint}");
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Stops listening, after every other service has stopped.</summary>
    public Task StoppedAsync(CancellationToken cancellationToken) => _server?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private Task AnswerAsync(HttpContext context)
    {
        switch (context.Request.Path.Value)
        {
            case HealthEndpoint.LivePath when HttpMethods.IsGet(context.Request.Method):
                return HealthEndpoint.AnswerLiveAsync(context);
            case HealthEndpoint.ReadyPath when HttpMethods.IsGet(context.Request.Method):
                return health.AnswerReadyAsync(context);
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
        }
    }
}
