using System.Diagnostics.CodeAnalysis;
using MediaInfo.Core.Media;

namespace MediaInfo.Probing.Output;

/// <summary>One of ffprobe's "streams". Members have ffprobe's names; a missing one is null.</summary>
public sealed record FfprobeStream
{
    /// <summary>index.</summary>
    public string? Index { get; init; }

    /// <summary>codec_name.</summary>
    public string? CodecName { get; init; }

    /// <summary>codec_long_name.</summary>
    public string? CodecLongName { get; init; }

    /// <summary>profile.</summary>
    public string? Profile { get; init; }

    /// <summary>codec_type.</summary>
    public string? CodecType { get; init; }

    /// <summary>codec_tag_string.</summary>
    public string? CodecTagString { get; init; }

    /// <summary>codec_tag.</summary>
    public string? CodecTag { get; init; }

    /// <summary>width.</summary>
    public string? Width { get; init; }

    /// <summary>height.</summary>
    public string? Height { get; init; }

    /// <summary>coded_width.</summary>
    public string? CodedWidth { get; init; }

    /// <summary>coded_height.</summary>
    public string? CodedHeight { get; init; }

    /// <summary>has_b_frames.</summary>
    public string? HasBFrames { get; init; }

    /// <summary>sample_aspect_ratio.</summary>
    public string? SampleAspectRatio { get; init; }

    /// <summary>display_aspect_ratio.</summary>
    public string? DisplayAspectRatio { get; init; }

    /// <summary>pix_fmt.</summary>
    public string? PixFmt { get; init; }

    /// <summary>level.</summary>
    public string? Level { get; init; }

    /// <summary>color_range.</summary>
    public string? ColorRange { get; init; }

    /// <summary>color_space.</summary>
    public string? ColorSpace { get; init; }

    /// <summary>color_transfer.</summary>
    public string? ColorTransfer { get; init; }

    /// <summary>color_primaries.</summary>
    public string? ColorPrimaries { get; init; }

    /// <summary>chroma_location.</summary>
    public string? ChromaLocation { get; init; }

    /// <summary>field_order.</summary>
    public string? FieldOrder { get; init; }

    /// <summary>bits_per_raw_sample.</summary>
    public string? BitsPerRawSample { get; init; }

    /// <summary>sample_fmt.</summary>
    public string? SampleFmt { get; init; }

    /// <summary>sample_rate, Hz.</summary>
    public string? SampleRate { get; init; }

    /// <summary>channels.</summary>
    public string? Channels { get; init; }

    /// <summary>channel_layout.</summary>
    public string? ChannelLayout { get; init; }

    /// <summary>bits_per_sample.</summary>
    public string? BitsPerSample { get; init; }

    /// <summary>id.</summary>
    public string? Id { get; init; }

    /// <summary>r_frame_rate.</summary>
    public string? RFrameRate { get; init; }

    /// <summary>avg_frame_rate.</summary>
    public string? AvgFrameRate { get; init; }

    /// <summary>time_base.</summary>
    public string? TimeBase { get; init; }

    /// <summary>start_time, seconds.</summary>
    public string? StartTime { get; init; }

    /// <summary>duration, seconds.</summary>
    public string? Duration { get; init; }

    /// <summary>bit_rate, bit/s.</summary>
    public string? BitRate { get; init; }

    /// <summary>nb_frames.</summary>
    public string? NbFrames { get; init; }

    /// <summary>extradata_size, bytes: of an attachment its size.</summary>
    public string? ExtradataSize { get; init; }

    /// <summary>disposition: each flag with "0" or "1".</summary>
    public TextDictionary? Disposition { get; init; }

    /// <summary>tags.</summary>
    public TextDictionary? Tags { get; init; }

    /// <summary>side_data_list: each entry's properties, side_data_type among them.</summary>
    [AllowNull]
    public IReadOnlyList<TextDictionary> SideDataList { get; init => field = value ?? []; } = [];

    /// <summary>The properties of the side data of that type; null if the stream has none.</summary>
    public TextDictionary? FindSideData(string type) =>
        SideDataList.FirstOrDefault(data => string.Equals(data.Find("side_data_type"), type, StringComparison.Ordinal));
}
