using System.Globalization;
using MediaInfo.Core.Media;
using MediaInfo.Probing.Output;

namespace MediaInfo.Probing.Descriptions;

/// <summary>Describes a chapter.</summary>
internal static class ChapterBuilder
{
    internal static Chapter Build(FfprobeChapter chapter)
    {
        var tags = ProbeTags.Of(chapter.Tags);
        return new Chapter
        {
            Id = long.TryParse(chapter.Id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) ? id : null,
            StartTime = ProbeNumbers.Seconds(chapter.StartTime),
            EndTime = ProbeNumbers.Seconds(chapter.EndTime),
            Title = tags.Find("title"),
            Tags = tags,
        };
    }
}
