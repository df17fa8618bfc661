using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Core.Retention;

/// <summary>How long finished jobs and related data are kept. Section "Retention".</summary>
public sealed record RetentionOptions : ISettings
{
    /// <summary>How many days a job is kept after it ends; 0 keeps jobs forever.</summary>
    [Range(0, 36_500, ErrorMessage = "between 0 and 36500")]
    public int Days { get; init; } = 90;

    /// <summary>The interval between sweeps in Standalone. A Functions app sweeps every hour.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00", ErrorMessage = "between one second and seven days")]
    public TimeSpan SweepEvery { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The time limit of a sweep. The next sweep continues where this one stopped.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "between one second and one hour")]
    public TimeSpan SweepFor { get; init; } = TimeSpan.FromMinutes(4);

    /// <summary>Jobs that ended before this time are removed, UTC; null if jobs are kept forever.</summary>
    /// <param name="now">The current time, UTC.</param>
    public DateTimeOffset? Cutoff(DateTimeOffset now) =>
        Days > 0 ? DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds()).AddDays(-Days) : null;
}
