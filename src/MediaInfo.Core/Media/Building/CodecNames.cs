using MediaInfo.Core.Probing.Output;

namespace MediaInfo.Core.Media.Building;

/// <summary>The codec's name; where ffprobe knows none, from the sample entry's tag: what the file claims to hold.</summary>
internal static class CodecNames
{
    internal static string? Of(FfprobeStream stream) => ProbeNumbers.Text(stream.CodecName) ?? ByTag(stream);

    private static string? ByTag(FfprobeStream stream) => stream.CodecTagString switch
    {
        // Dolby Vision sample entries of a codec that ffprobe knows under another tag.
        "dav1" => "av1",
        "dvav" or "dva1" => "h264",
        "dvh1" or "dvhe" => "hevc",

        // Encrypted: the codec stands in the 'frma' box, whose tag FFmpeg prints instead. Where it prints these, it found none.
        "encv" or "enca" or "encs" or "enct" => null,

        // Others as they are (vvc1, iamf, mhm1), of streams that are to be shown or heard.
        { Length: 4 } tag when stream.CodecType is "video" or "audio" or "subtitle" && tag.All(IsTagCharacter) => tag,
        _ => null,
    };

    private static bool IsTagCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.';
}
