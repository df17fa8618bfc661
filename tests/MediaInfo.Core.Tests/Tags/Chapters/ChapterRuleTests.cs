using MediaInfo.Core.Tags.Chapters;

namespace MediaInfo.Core.Tests.Tags.Chapters;

public sealed class ChapterRuleTests
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(10);

    [Fact]
    public void An_object_in_which_nothing_is_detected_is_one_chapter() =>
        Assert.Equal([new FoundChapter(0, 100, ChapterCause.Start)], Cut(new Found { Duration = 100 }));

    [Fact]
    public void A_chapter_begins_where_the_picture_comes_back_after_black() => Assert.Equal(
        [new FoundChapter(0, 42, ChapterCause.Start), new FoundChapter(42, 100, ChapterCause.Black)],
        Cut(new Found { Duration = 100, Black = [new(40, 42)] }));

    [Fact]
    public void Black_in_silence_is_told_from_black_alone() => Assert.Equal(
        [ChapterCause.Start, ChapterCause.BlackAndSilence, ChapterCause.Black],
        CausesOf(new Found { Duration = 100, Black = [new(30, 31), new(60, 61)], Silence = [new(29.5, 31.2)] }));

    [Fact]
    public void Sound_may_be_cut_half_a_second_beside_the_picture() => Assert.Equal(
        [ChapterCause.Start, ChapterCause.BlackAndSilence],
        CausesOf(new Found { Duration = 100, Black = [new(30, 31)], Silence = [new(31.4, 33)] }));

    [Fact]
    public void No_chapter_is_shorter_than_the_minimum() => Assert.Equal(
        [0, 31],
        StartsOf(new Found { Duration = 100, Black = [new(2, 3), new(30, 31), new(36, 37), new(95, 96)] }));

    [Fact]
    public void Of_two_places_that_are_too_near_the_clearer_one_is_taken() => Assert.Equal(
        [0, 36],
        StartsOf(new Found { Duration = 100, Black = [new(30, 31), new(35, 36)], Silence = [new(35, 36)] }));

    [Fact]
    public void A_change_of_scene_begins_a_chapter_only_in_a_long_one()
    {
        var film = new Found { Duration = 39, Changes = [new(20, 0.9)] };

        Assert.Equal([0], StartsOf(film));
        Assert.Equal([0, 20], StartsOf(film with { Duration = 41 }));
    }

    [Fact]
    public void In_silence_a_change_of_scene_needs_less() => Assert.Equal(
        [new FoundChapter(0, 12, ChapterCause.Start), new FoundChapter(12, 24, ChapterCause.CutAndSilence)],
        Cut(new Found { Duration = 24, Changes = [new(12, 0.9)], Silence = [new(11.9, 12.1)] }));

    [Fact]
    public void Of_changes_of_scene_the_greatest_counts_first() =>
        Assert.Equal([0, 35], StartsOf(new Found { Duration = 60, Changes = [new(15, 0.4), new(35, 0.8), new(45, 0.5)] }));

    [Fact]
    public void A_change_at_an_edge_of_black_is_no_place_of_its_own() => Assert.Equal(
        [0, 51],
        StartsOf(new Found { Duration = 100, Black = [new(50, 51)], Changes = [new(50, 1), new(51, 1)] }));

    [Fact]
    public void A_film_of_many_shots_does_not_fall_into_its_shots()
    {
        var shots = Enumerable.Range(1, 3_000).Select(shot => new SceneChange(shot * 2.4, 0.3 + (shot % 7 * 0.1)));
        var film = new Found { Duration = 7_200, Changes = [.. shots] };

        var chapters = Cut(film);

        Assert.InRange(chapters.Count, 7_200 / 40, 7_200 / 10);
        Assert.All(chapters, chapter => Assert.InRange(chapter.To - chapter.From, 10, 40));
    }

    [Fact]
    public void Silence_alone_begins_no_chapter_of_a_film() =>
        Assert.Equal([0], StartsOf(new Found { Duration = 100, Silence = [new(40, 43)] }));

    [Fact]
    public void In_sound_without_a_picture_the_longest_silence_counts_first() => Assert.Equal(
        [new FoundChapter(0, 45, ChapterCause.Start), new FoundChapter(45, 100, ChapterCause.Silence)],
        Cut(new Found { Duration = 100, HasPicture = false, Silence = [new(40, 41), new(42, 45)] }));

    [Fact]
    public void There_are_no_more_chapters_than_wanted()
    {
        var black = Enumerable.Range(1, 50).Select(n => new Stretch((n * 20) - 1 - (n * 0.01), n * 20));

        var starts = StartsOf(new Found { Duration = 2_000, Black = [.. black] }, most: 4);

        Assert.Equal([0, 960, 980, 1_000], starts);
    }

    [Fact]
    public void An_object_without_a_length_is_one_chapter() =>
        Assert.Equal([0], StartsOf(new Found { Duration = 0, Black = [new(40, 43)] }));

    private static IReadOnlyList<FoundChapter> Cut(Found found, int most = 1_000) => ChapterRule.Cut(
        new Detections(found.Changes, found.Black, found.Silence) { HasPicture = found.HasPicture, Duration = found.Duration },
        Shortest,
        most);

    private static IEnumerable<double> StartsOf(Found found, int most = 1_000) =>
        Cut(found, most).Select(chapter => chapter.From);

    private static IEnumerable<ChapterCause> CausesOf(Found found) => Cut(found).Select(chapter => chapter.Cause);

    private sealed record Found
    {
        public required double Duration { get; init; }

        public bool HasPicture { get; init; } = true;

        public SceneChange[] Changes { get; init; } = [];

        public Stretch[] Black { get; init; } = [];

        public Stretch[] Silence { get; init; } = [];
    }
}
