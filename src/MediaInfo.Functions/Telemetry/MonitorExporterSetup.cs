using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace MediaInfo.Functions.Telemetry;

/// <summary>
/// Configures what the Azure Monitor exporter does not read from settings itself: the identity, and that logs are independent of
/// trace sampling.
/// </summary>
public sealed class MonitorExporterSetup(IConfiguration configuration) : IConfigureOptions<AzureMonitorExporterOptions>
{
    private const string Sampler = "OTEL_TRACES_SAMPLER";
    private const string RateLimited = "microsoft.rate_limited";

    /// <inheritdoc />
    public void Configure(AzureMonitorExporterOptions options)
    {
        options.Credential = MonitorIdentity.Read(configuration[MonitorIdentity.Setting])?.ToCredential();

        // By default, logs of unsampled traces are dropped, but alerts depend on logs.
        options.EnableTraceBasedLogsSampler = false;

        // The exporter's default limit of five traces a second takes precedence over any sampling ratio, so apply it only on
        // request.
        if (!string.Equals(configuration[Sampler]?.Trim(), RateLimited, StringComparison.OrdinalIgnoreCase))
        {
            options.TracesPerSecond = null;
        }
    }
}
