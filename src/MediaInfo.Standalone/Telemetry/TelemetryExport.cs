using MediaInfo.Core.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace MediaInfo.Standalone.Telemetry;

/// <summary>
/// Exports traces and metrics to an OpenTelemetry collector while the process lives, and flushes them at its end.
/// </summary>
/// <remarks>
/// Configured by the OpenTelemetry specification's SDK settings (OTEL_EXPORTER_OTLP_*, OTEL_SERVICE_NAME and others).
/// </remarks>
internal sealed class TelemetryExport(IConfiguration configuration) : IHostedService, IDisposable
{
    private const string ServiceName = "mediainfo";

    // Created before any hosted service starts: the host constructs all of them before it starts the first.
    private readonly OpenTelemetrySdk _sdk = OpenTelemetrySdk.Create(telemetry =>
    {
        telemetry.Services.AddSingleton(configuration);
        telemetry
            .ConfigureResource(resource => resource
                .AddService(ServiceName, serviceVersion: ProductVersion.Current)
                .AddEnvironmentVariableDetector())
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
