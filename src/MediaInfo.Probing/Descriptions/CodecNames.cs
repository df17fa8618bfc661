using MediaInfo.Probing.Output;

namespace MediaInfo.Probing.Descriptions;

/// <summary>The codec's name; if ffprobe knows none, the name the sample entry's tag claims.</summary>
internal static class CodecNames
{
    internal static string? Of(FfprobeStream stream) => ProbeNumbers.Text(stream.CodecName) ?? ByTag(stream);

    private static string? ByTag(FfprobeStream stream) => stream.CodecTagString switch
    {
        // Dolby Vision sample entries, for codecs that ffprobe knows under other tags.
        "dav1" => "av1",
        "dvav" or "dva1" => "h264",
        "dvh1" or "dvhe" => "hevc",

        // Encrypted: the 'frma' box has the codec, and FFmpeg prints its tag instead. If it prints these, it found no 'frma'.
        "encv" or "enca" or "encs" or "enct" => null,

        // Other tags unchanged (vvc1, iamf, mhm1), but only for presentable streams.
        { Length: 4 } tag when stream.CodecType is "video" or "audio" or "subtitle" && tag.All(IsTagCharacter) => tag,
        _ => null,
    };

    private static bool IsTagCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.';
}
