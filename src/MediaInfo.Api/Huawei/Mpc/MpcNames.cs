using MediaInfo.Core.Media;

namespace MediaInfo.Api.Huawei.Mpc;

/// <summary>
/// The product's names for containers and codecs. The pages show MP4, H.264, H.265 and AAC; the others are ours.
/// </summary>
internal static class MpcNames
{
    private static readonly Dictionary<string, string> Formats = new(StringComparer.Ordinal)
    {
        ["matroska,webm"] = "MKV",
        ["mpegts"] = "TS",
        ["hls,applehttp"] = "HLS",
    };

    private static readonly Dictionary<string, string> Codecs = new(StringComparer.Ordinal)
    {
        ["h263"] = "H.263",
        ["h264"] = "H.264",
        ["hevc"] = "H.265",
        ["vvc"] = "H.266",
        ["vvc1"] = "H.266",
        ["mpeg1video"] = "MPEG-1",
        ["mpeg2video"] = "MPEG-2",
        ["mpeg4"] = "MPEG-4",
        ["prores"] = "ProRes",
    };

    /// <summary>The container, upper case; null when unknown.</summary>
    public static string? Format(ContainerDescription container) => container.FormatName switch
    {
        null => null,
        // One demuxer reads the whole QuickTime family; the file's brand tells which format it is.
        "mov,mp4,m4a,3gp,3g2,mj2" => OfBrand(container.Tags.Find("major_brand")),
        // FFmpeg names its image demuxers "png_pipe" and so on.
        var name => Formats.GetValueOrDefault(name)
            ?? name.Split(',')[0].Replace("_pipe", "", StringComparison.Ordinal).ToUpperInvariant(),
    };

    /// <summary>The codec; null when unknown.</summary>
    public static string? Codec(string? name) => name switch
    {
        null => null,
        _ when name.StartsWith("pcm_", StringComparison.Ordinal) => "PCM",
        _ => Codecs.GetValueOrDefault(name) ?? name.ToUpperInvariant(),
    };

    private static string OfBrand(string? brand) => brand?.Trim() switch
    {
        "qt" => "MOV",
        "M4A" => "M4A",
        { } name when name.StartsWith("3gp", StringComparison.Ordinal) => "3GP",
        { } name when name.StartsWith("3g2", StringComparison.Ordinal) => "3G2",
        _ => "MP4",
    };
}
