using MediaInfo.AzureStorage;
using MediaInfo.Core.Configuration;
using MediaInfo.Probing.Processes.Sandbox;
using MediaInfo.Functions;
using MediaInfo.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

OwnProcess.Hide();
var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddMediaInfoFunctions(builder.Configuration).AddTelemetryExport(builder.Configuration);

using var app = builder.Build();

// Invalid settings or missing storage stop the process before it takes any work; the host restarts it.
app.Services.ThrowIfSettingsAreWrong();
await app.Services.GetRequiredService<StorageInitializer>().InitializeAsync(CancellationToken.None);
await app.RunAsync();
