using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace MediaInfo.Functions.Telemetry;

/// <summary>Sets up the exporter to Azure Monitor beyond what it reads for itself: who signs in, and that no log goes with a trace.</summary>
public sealed class MonitorExporterSetup(IConfiguration configuration) : IConfigureOptions<AzureMonitorExporterOptions>
{
    private const string Sampler = "OTEL_TRACES_SAMPLER";
    private const string RateLimited = "microsoft.rate_limited";

    /// <inheritdoc />
    public void Configure(AzureMonitorExporterOptions options)
    {
        options.Credential = MonitorIdentity.Read(configuration[MonitorIdentity.Setting])?.ToCredential();

        // By default the logs of traces that are not kept are dropped, and alerts are made of logs.
        options.EnableTraceBasedLogsSampler = false;

        // A limit of its own, five traces a second, goes before any ratio: it stands only where it was asked for.
        if (!string.Equals(configuration[Sampler]?.Trim(), RateLimited, StringComparison.OrdinalIgnoreCase))
        {
            options.TracesPerSecond = null;
        }
    }
}
