using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Core.Jobs;

/// <summary>Per-process caching of jobs. Section "Jobs".</summary>
public sealed record JobOptions : ISettings
{
    /// <summary>How many job documents are cached, and how many descriptions.</summary>
    [Range(2, 1_000_000, ErrorMessage = "between 2 and 1000000")]
    public int Remembered { get; init; } = 2_000;

    /// <summary>
    /// How long a finished job is served from the cache without reading storage again. Zero: every query reads storage.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00", ErrorMessage = "between zero and ten minutes")]
    public TimeSpan TrustFinishedFor { get; init; } = TimeSpan.FromSeconds(5);
}
