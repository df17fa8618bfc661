using MediaInfo.Api.Alibaba.Mps;
using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Jobs;
using MediaInfo.TestSupport;

namespace MediaInfo.Api.Tests.Alibaba.Mps;

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
    public async Task A_message_names_the_state_as_the_product_does(JobState state, string member) =>
        Assert.Contains(member, await FormatAsync(ApiJobs.Waiting() with { State = state }), StringComparison.Ordinal);

    // A storage queue message is XML, which cannot contain these characters.
    [Theory]
    [InlineData(0xFFFE)]
    [InlineData(0xFFFF)]
    [InlineData(0x0001)]
    public async Task Characters_that_a_queue_cannot_carry_are_escaped(int character)
    {
        var userData = $"a{(char)character}b";

        var text = await FormatAsync(ApiJobs.Succeeded() with { UserData = userData });

        Assert.All(text, c => Assert.True(System.Xml.XmlConvert.IsXmlChar(c)));
        Assert.Equal(userData, (string?)System.Text.Json.Nodes.JsonNode.Parse(text)!["UserData"]);
    }

    [Fact]
    public void Jobs_of_the_product_use_this_format() => Assert.Equal(ApiJobs.Waiting().Dialect, Format.Dialect);

    private static Task<string> FormatAsync(AnalysisJob job) => Format.FormatAsync(job, CancellationToken.None);
}
