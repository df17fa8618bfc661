using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Core.Telemetry;

/// <summary>Telemetry settings. Section "Telemetry".</summary>
public sealed record TelemetryOptions : ISettings
{
    /// <summary>
    /// How often Standalone polls the age of each queue's oldest message, while the metric has a listener; zero turns it off. A
    /// Functions app polls every minute unless this is zero.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00", ErrorMessage = "between zero and one hour")]
    public TimeSpan QueueAgeEvery { get; init; } = TimeSpan.FromSeconds(30);
}
