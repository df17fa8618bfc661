using MediaInfo.Core.Objects;
using MediaInfo.Core.Tags.Chapters;

namespace MediaInfo.Core.Tests.Tags.Chapters;

public sealed class ChapterDataTests
{
    [Fact]
    public void Chapters_are_written_in_milliseconds_with_their_snapshots()
    {
        var result = ChapterData.ResultOf(
            [new FoundChapter(0, 61.0404, ChapterCause.Start), new FoundChapter(61.0404, 90, ChapterCause.BlackAndSilence)],
            new Dictionary<int, ObjectRef> { [2] = new("made", "a/b/2.jpg") });

        Assert.Equal("NLP", result.Type);
        Assert.Equal(
            """
            {"autoChapters":[{"id":1,"start":0,"end":61040,"cause":"start"},{"id":2,"start":61040,"end":90000,"cause":"blackAndSilence","snapshot":{"bucket":"made","key":"a/b/2.jpg"}}]}
            """.Trim(),
            result.Data.GetRawText());
    }
}
