using MediaInfo.Core.Telemetry;

namespace MediaInfo.Standalone.Telemetry;

/// <summary>Registers what is told to the outside about this process.</summary>
internal static class ServiceCollectionExtensions
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Sends traces and metrics where the collector's address is set; else nothing is loaded, and nothing costs.</summary>
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
