using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Api.Mps;

/// <summary>Where sources about MPS's media properties disagree, the choice. Section "MpsProperties".</summary>
public sealed record MpsPropertiesOptions : ISettings
{
    /// <summary>
    /// CodecName of HEVC. QueryMediaInfoJobList's page lists "h265"; ffprobe, whose other names the service answers with, says
    /// "hevc".
    /// </summary>
    [RegularExpression("hevc|h265", ErrorMessage = "\"hevc\" or \"h265\"")]
    public string HevcCodecName { get; init; } = "hevc";
}
