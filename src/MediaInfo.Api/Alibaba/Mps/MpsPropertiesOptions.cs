using System.ComponentModel.DataAnnotations;
using MediaInfo.Core.Configuration;

namespace MediaInfo.Api.Alibaba.Mps;

/// <summary>Choices where sources about MPS's media properties disagree. Section "MpsProperties".</summary>
public sealed record MpsPropertiesOptions : ISettings
{
    /// <summary>CodecName of HEVC streams. The vendor's page lists "h265"; ffprobe says "hevc".</summary>
    /// <remarks>Ignored outside MPS.</remarks>
    [RegularExpression("hevc|h265", ErrorMessage = "\"hevc\" or \"h265\"")]
    public string HevcCodecName { get; init; } = "h265";
}
