#nullable disable

using Azure.Core;

namespace Azure.Monitor.OpenTelemetry.Exporter;

public class AzureMonitorExporterOptions : ClientOptions
{
    public AzureMonitorExporterOptions()
        : this(ServiceVersion.v2_1)
    {
    }

    public AzureMonitorExporterOptions(ServiceVersion version = ServiceVersion.v2_1) => Version = version;

    public enum ServiceVersion
    {
        v2_1 = 1,
    }

    public string ConnectionString { get; set; }

    public TokenCredential Credential { get; set; }

    public float SamplingRatio { get; set; } = 1.0F;

    public double? TracesPerSecond { get; set; } = 5.0;

    public ServiceVersion Version { get; set; }

    public string StorageDirectory { get; set; }

    public bool DisableOfflineStorage { get; set; }

    public bool EnableLiveMetrics { get; set; } = true;

    public bool EnableTraceBasedLogsSampler { get; set; } = true;
}
