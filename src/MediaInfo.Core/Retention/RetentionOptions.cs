using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Core.Retention;

/// <summary>How long finished jobs and related data are kept. Section "Retention".</summary>
public sealed record RetentionOptions : ISettings
{
    /// <summary>Days for which a finished job is kept; 0 keeps jobs forever.</summary>
    /// <remarks>Ignored for jobs that wait, run or are held, and for results that a living asset shows.</remarks>
    [Range(0, 36_500, ErrorMessage = "between 0 and 36500")]
    public int Days { get; init; } = 90;

    /// <summary>How often Standalone removes what is old.</summary>
    /// <remarks>Ignored in a Functions app, which sweeps at 17 minutes past every hour.</remarks>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00", ErrorMessage = "between one second and seven days")]
    public TimeSpan SweepEvery { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long one sweep may take. The next one continues.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "between one second and one hour")]
    public TimeSpan SweepFor { get; init; } = TimeSpan.FromMinutes(4);

    /// <summary>Jobs that ended before this time are removed, UTC; null if jobs are kept forever.</summary>
    /// <param name="now">The current time, UTC.</param>
    public DateTimeOffset? Cutoff(DateTimeOffset now) =>
        Days > 0 ? DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds()).AddDays(-Days) : null;
}
