using MediaInfo.Api;
using MediaInfo.Api.Gateway;
using MediaInfo.AzureStorage;
using MediaInfo.Core;
using MediaInfo.Core.Configuration;
using MediaInfo.Core.Jobs;
using MediaInfo.Standalone;
using MediaInfo.Standalone.Workers;

var builder = WebApplication.CreateSlimBuilder(args);
if (builder.Configuration["settings"] is { Length: > 0 } file)
{
    // Below the environment and the command line, which override it.
    builder.Configuration.Sources.Insert(0, SettingsFile.Read(file));
}

builder.Logging.AddServiceLogging();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.Services
    .AddSingleton(TimeProvider.System)
    .AddMediaInfoCore(builder.Configuration)
    .AddAzureStorage(builder.Configuration)
    .AddMediaInfoApi(builder.Configuration)
    .AddWorkers(builder.Configuration);
builder.Services.AddOptions<HostOptions>().Configure<WorkerOptions>((host, worker) => host.ShutdownTimeout = worker.ShutdownGrace);

await using var app = builder.Build();
app.Services.ThrowIfSettingsAreWrong();
await app.Services.GetRequiredService<StorageInitializer>().InitializeAsync(app.Lifetime.ApplicationStopping);

app.MapGet(HealthEndpoint.LivePath, HealthEndpoint.AnswerLiveAsync);
app.MapGet(HealthEndpoint.ReadyPath, (HttpContext context, HealthEndpoint health) => health.AnswerReadyAsync(context));
app.MapFallback("{**path}", (HttpContext context, RequestGateway gateway, IJobScheduler scheduler) => gateway.HandleAsync(context, scheduler));
await app.RunAsync();
