using MediaInfo.Core.Tags.Text;

namespace MediaInfo.Core.Tests.Tags.Text;

public sealed class TextSpansTests
{
    private static readonly TextBox Above = new(100, 10, 300, 40);
    private static readonly TextBox Below = new(100, 210, 300, 240);

    [Fact]
    public void A_line_that_stays_is_one_span() => Assert.Equal(
        [new TextSpan(2, 6, Line("Headline"))],
        SpansOf([], [Line("Headline")], [Line("Headline")], [Line("Headline")], []));

    [Fact]
    public void A_line_that_comes_back_is_a_second_span() => Assert.Equal(
        [new TextSpan(0, 0, Line("Headline")), new TextSpan(4, 4, Line("Headline"))],
        SpansOf([Line("Headline")], [], [Line("Headline")]));

    [Fact]
    public void A_line_that_is_read_a_little_differently_is_kept_as_it_was_read_best() => Assert.Equal(
        [new TextSpan(0, 4, Line("Breaking news", 0.95))],
        SpansOf([Line("Breakinq news", 0.7)], [Line("Breaking news", 0.95)], [Line("Breaking nevvs", 0.6)]));

    [Fact]
    public void The_same_text_in_another_place_is_another_line() => Assert.Equal(
        [Line("One"), Line("One", box: Below)],
        SpansOf([Line("One"), Line("One", box: Below)]).Select(span => span.Line));

    [Fact]
    public void Another_text_in_the_same_place_is_another_line() => Assert.Equal(
        ["Yes", "Not at all"], SpansOf([Line("Yes")], [Line("Not at all")]).Select(span => span.Line.Value));

    [Fact]
    public void Spans_are_in_order_of_time_and_then_from_above() => Assert.Equal(
        ["first", "above", "below"],
        SpansOf(
            [Line("first", box: Below)],
            [Line("first", box: Below), Line("below", box: new(400, 210, 500, 240)), Line("above", box: new(400, 10, 500, 40))])
            .Select(span => span.Line.Value));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("Saturday", "Sunday", 3)]
    public void Texts_differ_by_characters(string one, string other, int distance) =>
        Assert.Equal(distance, EditDistance.Between(one, other));

    [Fact]
    public void Long_texts_are_compared_by_their_beginnings() =>
        Assert.Equal(0, EditDistance.Between(new string('a', 300) + "b", new string('a', 300) + "c"));

    [Fact]
    public void Lines_beyond_the_limit_are_left_out()
    {
        var spans = new TextSpans();
        var frame = Enumerable.Range(0, 500).Select(n => Line("x", box: new(n * 10, 0, (n * 10) + 9, 9))).ToArray();
        for (var time = 0; time < 300; time++)
        {
            spans.Add(time, time % 2 == 0 ? frame : []);
        }

        Assert.Equal(50_000, spans.All().Count);
        Assert.True(spans.IsCut);
    }

    [Fact]
    public void Text_is_written_with_times_scores_and_positions()
    {
        var result = TextData.ResultOf("eng", [new TextSpan(1, 4.00049, Line("Hello", 0.98765))]);

        Assert.Equal("OCR", result.Type);
        Assert.Equal(
            """
            {"languages":"eng","details":[{"from":1,"to":4,"value":"Hello","score":0.988,"position":{"leftTop":[100,10],"rightBottom":[300,40]}}]}
            """.Trim(),
            result.Data.GetRawText());
    }

    private static IReadOnlyList<TextSpan> SpansOf(params TextLine[][] frames)
    {
        var spans = new TextSpans();
        foreach (var (frame, lines) in frames.Index())
        {
            spans.Add(frame * 2, lines);
        }

        return spans.All();
    }

    private static TextLine Line(string text, double score = 0.9, TextBox? box = null) => new(text, score, box ?? Above);
}
