using Azure.Monitor.OpenTelemetry.Exporter;
using MediaInfo.Core.Telemetry;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Resources;

namespace MediaInfo.Functions.Telemetry;

/// <summary>Registers telemetry export for this worker. The host exports its own ("telemetryMode" in host.json).</summary>
public static class ServiceCollectionExtensions
{
    private const string MonitorConnection = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    private const string CollectorEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>
    /// Exports traces, metrics and logs to Azure Monitor, an OpenTelemetry collector, both or neither, depending on the settings.
    /// </summary>
    public static IServiceCollection AddTelemetryExport(this IServiceCollection services, IConfiguration configuration)
    {
        var toMonitor = !string.IsNullOrWhiteSpace(configuration[MonitorConnection]);
        var toCollector = !string.IsNullOrWhiteSpace(configuration[CollectorEndpoint]);
        if (!toMonitor && !toCollector)
        {
            return services;
        }

        IOpenTelemetryBuilder telemetry = services.AddOpenTelemetry();
        telemetry
            .UseFunctionsWorkerDefaults()
            .ConfigureResource(resource => resource.AddAttributes([new("service.version", ProductVersion.Current)]))
            .WithTracing(tracing => tracing.AddSource(Tracing.SourceName))
            .WithMetrics(metrics => metrics.AddMeter(Metrics.MeterName));

        // Scopes carry the request id of every log line.
        services.Configure<OpenTelemetryLoggerOptions>(logs => logs.IncludeScopes = true);
        if (toMonitor)
        {
            telemetry.UseAzureMonitorExporter();

            // Must follow the exporter: it registers its own configuration of these options only if there is none yet.
            services.AddSingleton<IConfigureOptions<AzureMonitorExporterOptions>, MonitorExporterSetup>();
        }

        if (toCollector)
        {
            telemetry.UseOtlpExporter();
        }

        return services;
    }
}
