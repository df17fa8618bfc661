using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Core.Pipelines;

/// <summary>Limits of pipelines. Section "Pipelines".</summary>
public sealed record PipelineOptions : ISettings
{
    /// <summary>The maximum number of pipelines per account, including the default one.</summary>
    [Range(1, 1000, ErrorMessage = "between 1 and 1000")]
    public int MaxPerAccount { get; init; } = 100;

    /// <summary>How long this process caches a pipeline. Changes made by this process are visible at once.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00", ErrorMessage = "between zero and one minute")]
    public TimeSpan TrustedFor { get; init; } = TimeSpan.FromSeconds(5);
}
