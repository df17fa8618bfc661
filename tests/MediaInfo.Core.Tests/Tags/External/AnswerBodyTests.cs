using System.Text;
using MediaInfo.Core.Tags.External;

namespace MediaInfo.Core.Tests.Tags.External;

public sealed class AnswerBodyTests
{
    [Fact]
    public void Results_are_read()
    {
        var (results, problem) = Read(
            """{"Results":[{"Type":"VideoLabel","Data":{"tags":[1]}},{"Type":"TextLabel","Data":"{\"tags\":[]}"}],"More":1}""");

        Assert.Null(problem);
        Assert.Equal(
            [("VideoLabel", """{"tags":[1]}"""), ("TextLabel", """{"tags":[]}""")],
            results!.Select(result => (result.Type, result.Data.GetRawText())));
    }

    [Fact]
    public void Nothing_found_is_an_answer() => Assert.Empty(Read("""{"Results":[]}""").Results!);

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("""{"Results":[{"Type":"A","Data":{}}""")]
    [InlineData("""{"Results":[{"Type":"A","Data":"no JSON"}]}""")]
    public void What_is_no_JSON_is_refused(string text) =>
        Assert.StartsWith("it is no JSON", Read(text).Problem, StringComparison.Ordinal);

    [Fact]
    public void JSON_of_too_many_levels_is_refused() => Assert.StartsWith(
        "it is no JSON",
        Read($$"""{"Results":[{"Type":"A","Data":{{new string('[', 40)}}{{new string(']', 40)}}}]}""").Problem,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"Results":{}}""")]
    [InlineData("""{"results":[]}""")]
    public void An_answer_without_results_is_refused(string text) =>
        Assert.Equal("it has no array \"Results\"", Read(text).Problem);

    [Theory]
    [InlineData("""{"Type":"A"}""")]
    [InlineData("""{"Data":{}}""")]
    [InlineData("""{"Type":"","Data":{}}""")]
    [InlineData("""{"Type":"a b","Data":{}}""")]
    [InlineData("""{"Type":"A\n","Data":{}}""")]
    [InlineData("""{"Type":1,"Data":{}}""")]
    [InlineData("""{"Type":"A","Data":5}""")]
    [InlineData("""{"Type":"A","Data":"5"}""")]
    [InlineData("null")]
    public void A_result_without_a_type_or_data_is_named(string item) => Assert.StartsWith(
        "result 2 has no", Read($$"""{"Results":[{"Type":"A","Data":[]},{{item}}]}""").Problem, StringComparison.Ordinal);

    [Fact]
    public void Too_many_results_are_refused()
    {
        var items = string.Join(',', Enumerable.Repeat("""{"Type":"A","Data":{}}""", 101));

        Assert.Equal("it has more than 100 results", Read($$"""{"Results":[{{items}}]}""").Problem);
    }

    private static (IReadOnlyList<Core.Tags.TagResult>? Results, string? Problem) Read(string text) =>
        AnswerBody.Read(Encoding.UTF8.GetBytes(text));
}
