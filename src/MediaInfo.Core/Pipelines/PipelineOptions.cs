using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Core.Pipelines;

/// <summary>Limits of pipelines. Section "Pipelines".</summary>
public sealed record PipelineOptions : ISettings
{
    /// <summary>Pipelines that an account may have, the default one included.</summary>
    [Range(1, 1000, ErrorMessage = "between 1 and 1000")]
    public int MaxPerAccount { get; init; } = 100;

    /// <summary>How long a process trusts a pipeline that it has read.</summary>
    /// <remarks>Ignored for a change made in the same process, which is seen at once.</remarks>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00", ErrorMessage = "between zero and one minute")]
    public TimeSpan TrustedFor { get; init; } = TimeSpan.FromSeconds(5);
}
