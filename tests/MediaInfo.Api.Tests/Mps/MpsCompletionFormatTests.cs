using MediaInfo.Api.Mps;
using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Tests.Mps;

public sealed class MpsCompletionFormatTests
{
    private static readonly MpsCompletionFormat Format = new();

    [Fact]
    public async Task Message_of_a_job_that_succeeded() =>
        GoldenFile.Matches(await FormatAsync(ApiJobs.Succeeded() with { UserData = """{"key":"value 测试"}""" }), "Mps");

    [Fact]
    public async Task Message_of_a_job_that_failed() => GoldenFile.Matches(await FormatAsync(ApiJobs.Failed()), "Mps");

    [Theory]
    [InlineData(JobState.Succeeded, "\"State\":\"Success\"")]
    [InlineData(JobState.Failed, "\"State\":\"Fail\"")]
    [InlineData(JobState.Canceled, "\"State\":\"Fail\"")]
    public async Task A_message_says_the_state_in_the_products_words(JobState state, string member) =>
        Assert.Contains(member, await FormatAsync(ApiJobs.Waiting() with { State = state }), StringComparison.Ordinal);

    // A storage queue takes XML, which lacks these characters.
    [Theory]
    [InlineData(0xFFFE)]
    [InlineData(0xFFFF)]
    [InlineData(0x0001)]
    public async Task A_message_carries_what_a_queue_cannot_as_an_escape(int character)
    {
        var userData = $"a{(char)character}b";

        var text = await FormatAsync(ApiJobs.Succeeded() with { UserData = userData });

        Assert.All(text, c => Assert.True(System.Xml.XmlConvert.IsXmlChar(c)));
        Assert.Equal(userData, (string?)System.Text.Json.Nodes.JsonNode.Parse(text)!["UserData"]);
    }

    [Fact]
    public void It_is_the_format_of_the_products_jobs() => Assert.Equal(ApiJobs.Waiting().Dialect, Format.Dialect);

    private static Task<string> FormatAsync(AnalysisJob job) => Format.FormatAsync(job, CancellationToken.None);
}
