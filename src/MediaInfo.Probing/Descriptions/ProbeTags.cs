using MediaInfo.Core.Media;
namespace MediaInfo.Probing.Descriptions;

/// <summary>Tags as ffprobe prints them, without control characters.</summary>
/// <remarks>
/// Names in transport streams start with a byte that selects the character table (ETSI EN 300 468, annex A.2). FFmpeg leaves it
/// in place if it cannot convert the name. Tabs and line ends stay.
/// </remarks>
internal static class ProbeTags
{
    internal static TextDictionary Of(TextDictionary? tags) =>
        tags is null ? TextDictionary.Empty
        : tags.Values.Any(value => value.Any(IsStray))
            ? new TextDictionary(tags.Select(tag => KeyValuePair.Create(tag.Key, Bare(tag.Value))))
            : tags;

    private static string Bare(string text) => string.Concat(text.Where(c => !IsStray(c)));

    private static bool IsStray(char c) => c is (< ' ' and not ('\t' or '\n' or '\r')) or '\u007f';
}
