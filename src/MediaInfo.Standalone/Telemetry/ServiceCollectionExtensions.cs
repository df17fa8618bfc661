using MediaInfo.Core.Telemetry;

namespace MediaInfo.Standalone.Telemetry;

/// <summary>Registers the export of this process's telemetry.</summary>
internal static class ServiceCollectionExtensions
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Exports traces and metrics if a collector's address is set; otherwise loads nothing.</summary>
    public static IServiceCollection AddTelemetryExport(this IServiceCollection services, IConfiguration configuration) =>
        string.IsNullOrWhiteSpace(configuration[Endpoint])
            ? services
            : services.AddSingleton<IHostedService, TelemetryExport>().AddSingleton<IHostedService>(QueueAgeWorker);

    private static Workers.PeriodicWorker QueueAgeWorker(IServiceProvider provider) => new(
        "queue ages",
        provider.GetRequiredService<TelemetryOptions>().QueueAgeEvery,
        provider.GetRequiredService<QueueAgeGauge>().LookAsync,
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<ILogger<Workers.PeriodicWorker>>());
}
