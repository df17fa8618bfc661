using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Core.Analysis;

/// <summary>What every analysis does. Section "Analysis".</summary>
public sealed record AnalysisOptions : ISettings
{
    /// <summary>Compute the MD5 of every object, which reads all of it. A call may say otherwise for its job.</summary>
    public bool Digest { get; init; }

    /// <summary>Read every packet, for frame counts and the network cost, which reads all of the object. A call may say otherwise for its job.</summary>
    public bool Packets { get; init; }

    /// <summary>Wall time of the steps that read the whole object.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "between one second and one day")]
    public TimeSpan WholeObjectTimeLimit { get; init; } = TimeSpan.FromMinutes(30);
}
