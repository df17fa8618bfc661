using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Core.Telemetry;

/// <summary>What is measured. Section "Telemetry".</summary>
public sealed record TelemetryOptions : ISettings
{
    /// <summary>
    /// How often Standalone looks how long the oldest message of each queue has waited, while somebody listens to that metric;
    /// zero never. A Functions app looks every minute unless it is zero.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00", ErrorMessage = "between zero and one hour")]
    public TimeSpan QueueAgeEvery { get; init; } = TimeSpan.FromSeconds(30);
}
