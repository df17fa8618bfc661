using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Core.Retention;

/// <summary>How long finished jobs and what belongs to them are kept. Section "Retention".</summary>
public sealed record RetentionOptions : ISettings
{
    /// <summary>Days after its end for which a job is kept; 0 keeps jobs for ever.</summary>
    [Range(0, 36_500, ErrorMessage = "between 0 and 36500")]
    public int Days { get; init; } = 90;

    /// <summary>How often Standalone sweeps. A Functions app sweeps every hour.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00", ErrorMessage = "between one second and seven days")]
    public TimeSpan SweepEvery { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long a sweep may take. The next one goes on with what is left.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "between one second and one hour")]
    public TimeSpan SweepFor { get; init; } = TimeSpan.FromMinutes(4);

    /// <summary>What ended before this is removed, UTC; null when jobs are kept for ever.</summary>
    /// <param name="now">The time now, UTC.</param>
    public DateTimeOffset? Cutoff(DateTimeOffset now) =>
        Days > 0 ? DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds()).AddDays(-Days) : null;
}
