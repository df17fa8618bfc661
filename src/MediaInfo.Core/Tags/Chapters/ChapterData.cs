using System.Text.Json;
using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Tags.Chapters;

/// <summary>The chapters of an object as a result of type "NLP".</summary>
/// <param name="AutoChapters">The chapters, in order of time.</param>
/// <remarks>Source of the type and the member: Results of "GetMediaInfo" of Intelligent Media Services.</remarks>
public sealed record ChapterData(IReadOnlyList<ChapterItem> AutoChapters)
{
    /// <summary>The type of the result.</summary>
    public const string Type = "NLP";

    /// <summary>The result.</summary>
    /// <param name="chapters">The chapters.</param>
    /// <param name="snapshots">The stored picture of each chapter, by its number from 1; those without have none.</param>
    public static TagResult ResultOf(
        IReadOnlyList<FoundChapter> chapters, IReadOnlyDictionary<int, ObjectRef> snapshots) =>
        new(Type, JsonSerializer.SerializeToElement(
            new ChapterData([.. chapters.Select((chapter, index) => new ChapterItem(
                index + 1, Milliseconds(chapter.From), Milliseconds(chapter.To), chapter.Cause)
            {
                Snapshot = snapshots.GetValueOrDefault(index + 1),
            })]),
            ChapterJson.Default.ChapterData));

    private static long Milliseconds(double seconds) => (long)Math.Round(seconds * 1000);
}
