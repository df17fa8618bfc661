using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Core.Jobs;

/// <summary>What a process remembers of jobs. Section "Jobs".</summary>
public sealed record JobOptions : ISettings
{
    /// <summary>How many job documents are kept in memory, and as many descriptions.</summary>
    [Range(2, 1_000_000, ErrorMessage = "between 2 and 1000000")]
    public int Remembered { get; init; } = 2_000;

    /// <summary>How long a finished job is shown without another read. Zero reads storage at every query.</summary>
    /// <remarks>
    /// Ignored with the embedded store, which always has the newest version; in the first minute after a job's end, until the
    /// outcome of its completion message is known.
    /// </remarks>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00", ErrorMessage = "between zero and ten minutes")]
    public TimeSpan TrustFinishedFor { get; init; } = TimeSpan.FromSeconds(5);
}
