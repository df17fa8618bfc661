using MediaInfo.Core.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace MediaInfo.Standalone.Telemetry;

/// <summary>Sends traces and metrics to an OpenTelemetry collector for as long as the process lives; the rest at its end.</summary>
/// <remarks>Set up by the settings that the OpenTelemetry specification names for every SDK (OTEL_EXPORTER_OTLP_*, OTEL_SERVICE_NAME and more).</remarks>
internal sealed class TelemetryExport(IConfiguration configuration) : IHostedService, IDisposable
{
    private const string ServiceName = "mediainfo";

    // Begins before any other service of the host does anything: the host builds all of them before it starts the first.
    private readonly OpenTelemetrySdk _sdk = OpenTelemetrySdk.Create(telemetry =>
    {
        telemetry.Services.AddSingleton(configuration);
        telemetry
            .ConfigureResource(resource => resource.AddService(ServiceName).AddEnvironmentVariableDetector())
            .WithTracing(tracing => tracing.AddSource(Tracing.SourceName))
            .WithMetrics(metrics => metrics.AddMeter(Metrics.MeterName))
            .UseOtlpExporter();
    });

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public void Dispose() => _sdk.Dispose();
}
