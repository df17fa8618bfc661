using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Core.Analysis;

/// <summary>Defaults and limits for all analyses. Section "Analysis".</summary>
public sealed record AnalysisOptions : ISettings
{
    /// <summary>Computes the MD5 of every object; this reads the whole object. A request may override this for its job.</summary>
    public bool Digest { get; init; }

    /// <summary>
    /// Reads every packet, for frame counts and the network cost; this reads the whole object. A request may override this for
    /// its job.
    /// </summary>
    public bool Packets { get; init; }

    /// <summary>Wall-clock limit of the steps that read the whole object.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "between one second and one day")]
    public TimeSpan WholeObjectTimeLimit { get; init; } = TimeSpan.FromMinutes(30);
}
