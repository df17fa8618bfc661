using Azure.Monitor.OpenTelemetry.Exporter;
using MediaInfo.Core.Telemetry;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace MediaInfo.Functions.Telemetry;

/// <summary>Registers what is told to the outside about this worker. The host reports for itself ("telemetryMode" of host.json).</summary>
public static class ServiceCollectionExtensions
{
    private const string MonitorConnection = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    private const string CollectorEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Sends traces, metrics and logs to Azure Monitor, to an OpenTelemetry collector, to both or to none, as the app is set.</summary>
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
            .WithTracing(tracing => tracing.AddSource(Tracing.SourceName))
            .WithMetrics(metrics => metrics.AddMeter(Metrics.MeterName));

        // Scopes carry the request id of every line.
        services.Configure<OpenTelemetryLoggerOptions>(logs => logs.IncludeScopes = true);
        if (toMonitor)
        {
            telemetry.UseAzureMonitorExporter();

            // After it: it registers its own reading of settings only where nobody configures these options yet.
            services.AddSingleton<IConfigureOptions<AzureMonitorExporterOptions>, MonitorExporterSetup>();
        }

        if (toCollector)
        {
            telemetry.UseOtlpExporter();
        }

        return services;
    }
}
