using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Core.Analysis;

/// <summary>What an analysis does beyond describing containers and streams. Section "Analysis".</summary>
public sealed record AnalysisOptions : ISettings
{
    /// <summary>Computes the MD5 of every object. This reads the whole object, unless storage keeps its MD5.</summary>
    /// <remarks>Ignored where a call of MPS says otherwise (<c>Config</c>).</remarks>
    public bool Digest { get; init; }

    /// <summary>Reads every packet, for frame counts and the network cost. This reads the whole object.</summary>
    /// <remarks>Ignored where a call of MPS says otherwise (<c>Config</c>).</remarks>
    public bool Packets { get; init; }

    /// <summary>How long the digest, and each ffprobe run of the packet pass, may take.</summary>
    /// <remarks>
    /// Ignored for jobs without either; in a Functions app, beyond <c>functionTimeout</c> of <c>host.json</c>.
    /// </remarks>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "between one second and one day")]
    public TimeSpan WholeObjectTimeLimit { get; init; } = TimeSpan.FromMinutes(30);
}
