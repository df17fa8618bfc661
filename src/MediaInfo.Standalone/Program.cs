using System.Text.Json;
using MediaInfo.Api;
using MediaInfo.Api.Gateway;
using MediaInfo.Core;
using MediaInfo.Core.Configuration;
using MediaInfo.Core.Health;
using MediaInfo.Probing;
using MediaInfo.Probing.Processes.Sandbox;
using MediaInfo.Standalone;
using MediaInfo.Standalone.Connections;
using MediaInfo.Standalone.Storage;
using MediaInfo.Standalone.Telemetry;
using MediaInfo.Standalone.Workers;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

OwnProcess.Hide();
WebApplication app;
try
{
    app = Build(args);
    app.Services.ThrowIfSettingsAreWrong();
    await app.Services.GetRequiredService<IStorageSetup>().PrepareAsync(app.Lifetime.ApplicationStopping);
    await app.StartAsync();
}
catch (Exception e) when (e is OptionsValidationException or InvalidOperationException or IOException or JsonException)
{
    // Wrong settings, no storage, a busy port: the message tells the operator more than a stack trace.
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}

await using (app)
{
    await app.WaitForShutdownAsync();
}

return 0;

static WebApplication Build(string[] args)
{
    var builder = WebApplication.CreateSlimBuilder(args);
    if (builder.Configuration["settings"] is { Length: > 0 } file)
    {
        // Below the environment and the command line, which override it.
        builder.Configuration.Sources.Insert(0, SettingsFile.Read(file));
    }

    builder.Logging.AddServiceLogging();
    builder.Services
        .AddSingleton(TimeProvider.System)
        .AddTelemetryExport(builder.Configuration)
        .AddMediaInfoCore(builder.Configuration)
        .AddMediaInfoProbing(builder.Configuration)
        .AddStorage(builder.Configuration)
        .AddMediaInfoApi(builder.Configuration)
        .AddWorkers(builder.Configuration)
        .AddSettings<HttpOptions>(builder.Configuration, "Http")
        .AddHostedService<HealthListener>();
    builder.Services.AddOptions<KestrelServerOptions>().Configure<HttpOptions, TimeProvider>(
        (kestrel, http, time) => http.Apply(kestrel, time));
    builder.Services.AddOptions<HostOptions>().Configure<WorkerOptions>(
        (host, worker) => host.ShutdownTimeout = worker.ShutdownGrace);

    var app = builder.Build();
    app.UseGate();
    app.MapGet(HealthEndpoint.LivePath, HealthEndpoint.AnswerLiveAsync);
    app.MapGet(HealthEndpoint.ReadyPath, (HttpContext context, HealthEndpoint health) => health.AnswerReadyAsync(context));
    app.MapStorage();
    app.MapFallback(
        "{**path}", (HttpContext context, RequestGateway gateway) => gateway.HandleAsync(context));
    return app;
}
