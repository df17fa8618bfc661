using System.Text.Json.Serialization;

namespace MediaInfo.Api.Alibaba.Streams;

/// <summary>
/// The members of every stream that MPS and IMS share. Source: "QueryMediaInfoJobList" and "GetMediaInfo", response elements.
/// </summary>
/// <remarks>
/// Its members come first: a serializer writes those of derived types before them by default. A member is absent if the file
/// does not say.
/// </remarks>
public record StreamInfo
{
    /// <summary>Index among all streams of the file, from 0.</summary>
    [JsonPropertyOrder(-2)]
    public string Index { get; init; } = "";

    /// <summary>ffprobe's codec_name.</summary>
    [JsonPropertyOrder(-2)]
    public string? CodecName { get; init; }

    /// <summary>ffprobe's codec_long_name.</summary>
    [JsonPropertyOrder(-2)]
    public string? CodecLongName { get; init; }

    /// <summary>Seconds per codec tick, as a ratio: "1/50".</summary>
    [JsonPropertyOrder(-2)]
    public string? CodecTimeBase { get; init; }

    /// <summary>The codec tag as text: "avc1", "[27][0][0][0]".</summary>
    [JsonPropertyOrder(-2)]
    public string? CodecTagString { get; init; }

    /// <summary>The codec tag as a number: "0x31637661".</summary>
    [JsonPropertyOrder(-2)]
    public string? CodecTag { get; init; }

    /// <summary>Seconds per timestamp tick, as a ratio: "1/90000".</summary>
    [JsonPropertyOrder(-2)]
    public string? Timebase { get; init; }

    /// <summary>Start time in seconds, 6 decimals; may be negative.</summary>
    [JsonPropertyOrder(-2)]
    public string? StartTime { get; init; }

    /// <summary>Duration in seconds, 6 decimals.</summary>
    [JsonPropertyOrder(-2)]
    public string? Duration { get; init; }

    /// <summary>The language tag, such as "eng". If the file has none, IMS says "und".</summary>
    [JsonPropertyOrder(-2)]
    public string? Lang { get; init; }
}
