using MediaInfo.Core.Media;
using MediaInfo.Probing.Output;

namespace MediaInfo.Probing.Descriptions;

/// <summary>
/// A stream's frame count as the file states it, never duration times rate: IMS documents 10040 frames for 403.04 s at
/// 25 frames/s, where the product is 10076.
/// </summary>
internal static class FrameCounts
{
    /// <summary>Matroska's statistics tag. FFmpeg appends the language if the tag has one.</summary>
    private const string Tag = "NUMBER_OF_FRAMES";

    internal static long? Of(FfprobeStream stream, TextDictionary tags) =>
        ProbeNumbers.Positive(stream.NbFrames)
        ?? ProbeNumbers.Positive(tags.Find(Tag))
        ?? ProbeNumbers.Positive(OfAnyLanguage(tags));

    private static string? OfAnyLanguage(TextDictionary tags) =>
        tags.FirstOrDefault(tag => tag.Key.StartsWith(Tag + "-", StringComparison.OrdinalIgnoreCase)).Value;
}
