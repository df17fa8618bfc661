using MediaInfo.Core.Media;
using MediaInfo.Probing.Output;

namespace MediaInfo.Probing.Descriptions;

/// <summary>A stream's dynamic range, from its side data. Colour tags alone miss Dolby Vision profile 5.</summary>
internal static class HdrFacts
{
    internal static DolbyVision? DolbyVisionOf(FfprobeStream stream) =>
        stream.FindSideData("DOVI configuration record") is { } data
            ? new DolbyVision(ProbeNumbers.Integer(data.Find("dv_profile")), ProbeNumbers.Integer(data.Find("dv_level")))
            : null;

    internal static ContentLight? ContentLightOf(FfprobeStream stream) =>
        stream.FindSideData("Content light level metadata") is { } data
            ? new ContentLight(
                ProbeNumbers.PositiveInteger(data.Find("max_content")), ProbeNumbers.PositiveInteger(data.Find("max_average")))
            : null;

    internal static MasteringDisplay? MasteringDisplayOf(FfprobeStream stream) =>
        stream.FindSideData("Mastering display metadata") is { } data
            ? new MasteringDisplay
            {
                RedX = ProbeNumbers.Ratio(data.Find("red_x")),
                RedY = ProbeNumbers.Ratio(data.Find("red_y")),
                GreenX = ProbeNumbers.Ratio(data.Find("green_x")),
                GreenY = ProbeNumbers.Ratio(data.Find("green_y")),
                BlueX = ProbeNumbers.Ratio(data.Find("blue_x")),
                BlueY = ProbeNumbers.Ratio(data.Find("blue_y")),
                WhitePointX = ProbeNumbers.Ratio(data.Find("white_point_x")),
                WhitePointY = ProbeNumbers.Ratio(data.Find("white_point_y")),
                MinLuminance = ProbeNumbers.Ratio(data.Find("min_luminance")),
                MaxLuminance = ProbeNumbers.Ratio(data.Find("max_luminance")),
            }
            : null;
}
