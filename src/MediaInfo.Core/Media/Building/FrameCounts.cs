using MediaInfo.Core.Probing.Output;

namespace MediaInfo.Core.Media.Building;

/// <summary>
/// How many frames a stream has, by what the file says. Never duration times rate: IMS documents 10040 frames
/// for 403.04 s at 25 frames/s, which make 10076.
/// </summary>
internal static class FrameCounts
{
    /// <summary>Matroska's statistics tag, which FFmpeg prints with a language's suffix when the tag has a language.</summary>
    private const string Tag = "NUMBER_OF_FRAMES";

    internal static long? Of(FfprobeStream stream, TextDictionary tags) =>
        ProbeNumbers.Positive(stream.NbFrames)
        ?? ProbeNumbers.Positive(tags.Find(Tag))
        ?? ProbeNumbers.Positive(OfAnyLanguage(tags));

    private static string? OfAnyLanguage(TextDictionary tags) =>
        tags.FirstOrDefault(tag => tag.Key.StartsWith(Tag + "-", StringComparison.OrdinalIgnoreCase)).Value;
}
