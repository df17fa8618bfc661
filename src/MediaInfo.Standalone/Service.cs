using MediaInfo.Api;
using MediaInfo.Api.Console;
using MediaInfo.Api.Gateway;
using MediaInfo.Core;
using MediaInfo.Core.Configuration;
using MediaInfo.Core.Health;
using MediaInfo.Probing;
using MediaInfo.Standalone.Connections;
using MediaInfo.Standalone.Objects;
using MediaInfo.Standalone.Storage;
using MediaInfo.Standalone.Telemetry;
using MediaInfo.Standalone.Tls;
using MediaInfo.Standalone.Workers;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace MediaInfo.Standalone;

/// <summary>The self-hosted service, put together.</summary>
internal static class Service
{
    /// <summary>The service, not started yet.</summary>
    /// <param name="args">
    /// Settings as "--Section:Key value", which override the environment; "--settings FILE" names a file below both.
    /// </param>
    /// <exception cref="IOException">There is no such file.</exception>
    /// <exception cref="System.Text.Json.JsonException">The file has another form.</exception>
    public static WebApplication Build(string[] args)
    {
        // Settings are read once, at start. To watch their files, the host would watch all of the working directory, and be woken
        // by each write to a database in it.
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false", .. args]);
        if (builder.Configuration["settings"] is { Length: > 0 } file)
        {
            // Below the environment and the command line, which override it.
            builder.Configuration.Sources.Insert(0, SettingsFile.Read(file));
        }

        if (FirstAccount.Of(builder.Configuration) is { } first)
        {
            builder.Configuration.Sources.Insert(0, first.Read());
            builder.Services.AddSingleton(first);
        }

        builder.Logging.AddServiceLogging();
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new ServiceHost("standalone"))
            .AddTelemetryExport(builder.Configuration)
            .AddMediaInfoCore(builder.Configuration)
            .AddMediaInfoProbing(builder.Configuration)
            .AddMediaInfoFrames(builder.Configuration)
            .AddMediaInfoRecognisers()
            .AddStorage(builder.Configuration)
            .AddMediaInfoApi(builder.Configuration)
            .AddWorkers(builder.Configuration)
            .AddSettings<HttpOptions>(builder.Configuration, "Http")
            .AddHostedService<HealthListener>()
            .AddTls()
            .AddSingleton<ObjectEndpoint>();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Services.AddOptions<KestrelServerOptions>().Configure<HttpOptions, ServerCertificate, TimeProvider>(
            (kestrel, http, certificate, time) =>
            {
                http.Apply(kestrel, time);
                certificate.Apply(kestrel, http.HeadTimeout);
            });
        builder.Services.AddOptions<HostOptions>().Configure<WorkerOptions>(
            (host, worker) => host.ShutdownTimeout = worker.ShutdownGrace);

        var app = builder.Build();
        app.UseGate();
        app.UseObjects();
        app.MapGet(HealthEndpoint.LivePath, HealthEndpoint.AnswerLiveAsync);
        app.MapGet(HealthEndpoint.ReadyPath, (HttpContext context, HealthEndpoint health) => health.AnswerReadyAsync(context));
        app.Map(
            ConsoleEndpoint.DescriptionPath,
            (HttpContext context, ConsoleEndpoint console) => console.AnswerDescriptionAsync(context));
        app.Map(
            $"{ConsoleEndpoint.PagePath}/{{**path}}",
            (HttpContext context, ConsoleEndpoint console) => console.AnswerPageAsync(context));
        app.MapFallback(
            "{**path}", (HttpContext context, RequestGateway gateway) => gateway.HandleAsync(context));
        return app;
    }

    /// <summary>Makes storage and the certificate ready for a service that has not started.</summary>
    /// <exception cref="IOException">Storage is not usable; the message says why.</exception>
    public static async Task PrepareAsync(WebApplication app)
    {
        await app.Services.GetRequiredService<ServerCertificate>().LookAsync(app.Lifetime.ApplicationStopping);
        await app.Services.GetRequiredService<IStorageSetup>().PrepareAsync(app.Lifetime.ApplicationStopping);
        app.Services.GetService<FirstAccount>()?.Tell(app.Services.GetRequiredService<ILogger<FirstAccount>>());
    }
}
