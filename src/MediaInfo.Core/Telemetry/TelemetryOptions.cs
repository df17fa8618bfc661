using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Core.Telemetry;

/// <summary>What is measured. Section "Telemetry".</summary>
public sealed record TelemetryOptions : ISettings
{
    /// <summary>
    /// How often Standalone measures how long the oldest message of each queue has waited. Zero turns this off.
    /// </summary>
    /// <remarks>
    /// Ignored in a Functions app, which measures every minute unless it is zero; while nobody listens to the metric.
    /// </remarks>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00", ErrorMessage = "between zero and one hour")]
    public TimeSpan QueueAgeEvery { get; init; } = TimeSpan.FromSeconds(30);
}
