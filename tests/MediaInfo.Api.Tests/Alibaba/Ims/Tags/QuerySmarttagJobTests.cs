using System.Globalization;
using System.Text.Json.Nodes;
using MediaInfo.Api.Alibaba.Ims.Tags;
using MediaInfo.Api.Tests.Alibaba.Ims.Support;
using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Jobs;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Descriptions;

namespace MediaInfo.Api.Tests.Alibaba.Ims.Tags;

public sealed class QuerySmarttagJobTests : IDisposable
{
    private const string Action = "QuerySmarttagJob";
    private const string Chapters = """{"autoChapters":[{"id":1,"start":0.0,"end":2.5,"headline":"Chapter 1"}]}""";

    private readonly TagRig _tags = new(TagRig.All);

    public void Dispose() => _tags.Dispose();

    [Fact]
    public async Task Answer_for_a_tag_job_that_succeeded()
    {
        _tags.Find(ResultPart.Chapters, "NLP", Chapters);
        _tags.Find(ResultPart.Text, "OCR", """[{"text":"片头","from":0.5}]""");
        _tags.Rig.Describe(TagRig.Succeeded.Key, FfprobeFixture.Describe("sample.mp4"));

        GoldenFile.Matches((await QueryAsync(TagRig.Succeeded)).Pretty, "Ims/Tags");
    }

    [Fact]
    public async Task Answer_for_a_tag_job_that_runs() => GoldenFile.Matches(
        (await QueryAsync(TagRig.Waiting with { State = JobState.Running, StepProgress = HalfWay })).Pretty, "Ims/Tags");

    [Fact]
    public async Task Answer_for_a_tag_job_that_failed() => GoldenFile.Matches(
        (await QueryAsync(TagRig.Waiting with
        {
            State = JobState.Failed,
            EndedAt = ImsJobs.CreatedAt,
            Failure = new JobFailure(FailureReason.RecogniserFailed, "What happened."),
            Usage = ProbeUsage.Zero,
        })).Pretty,
        "Ims/Tags");

    [Fact]
    public async Task An_XML_answer_repeats_the_results()
    {
        _tags.Find(ResultPart.Chapters, "NLP", Chapters);
        _tags.Rig.Jobs.Put(TagRig.Succeeded);

        var answer = await _tags.Rig.CallAsync("testid", "XML", Action, ("JobId", TagRig.Succeeded.Key.Id));

        Assert.Contains("<Results><Result><Type>Meta</Type><Data>{\"title\":", answer.Body, StringComparison.Ordinal);
        Assert.Contains("</Result><Result><Type>NLP</Type>", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(JobState.Waiting, "Submitted")]
    [InlineData(JobState.Running, "Processing")]
    [InlineData(JobState.Succeeded, "Success")]
    [InlineData(JobState.Failed, "Fail")]
    public async Task A_state_is_reported_by_the_vendors_name_for_tag_jobs(JobState state, string status)
    {
        var answer = await QueryAsync(TagRig.Waiting with { State = state });

        Assert.Equal(status, (string?)answer.Json["JobStatus"]);
        Assert.Equal(state == JobState.Succeeded, answer.Json["Results"] is not null);
    }

    [Theory]
    [InlineData("ims")]
    [InlineData("ims-library-tags")]
    public async Task A_job_of_another_kind_is_not_found(string dialect)
    {
        var answer = await QueryAsync(TagRig.Waiting with { Dialect = dialect });

        Assert.Equal((404, "ResourceNotFound"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_tag_job_is_no_job_of_the_other_actions()
    {
        _tags.Rig.Jobs.Put(TagRig.Waiting);

        var one = await _tags.Rig.CallAsync("GetMediaInfoJob", ("JobId", TagRig.Waiting.Key.Id));
        var list = await _tags.Rig.CallAsync("ListMediaInfoJobs");

        Assert.Equal(404, one.Status);
        Assert.Empty(list.Json["Jobs"]!.AsArray());
    }

    [Theory]
    [InlineData("""{"labelResultType":"auto"}""", 200)]
    [InlineData("{}", 200)]
    [InlineData("""{"labelResultType":"hmi"}""", 400)]
    [InlineData("auto", 400)]
    public async Task Only_results_of_machines_can_be_asked_for(string parameters, int status)
    {
        _tags.Rig.Jobs.Put(TagRig.Waiting);

        var answer = await _tags.Rig.CallAsync(Action, ("JobId", TagRig.Waiting.Key.Id), ("Params", parameters));

        Assert.Equal(status, answer.Status);
    }

    [Theory]
    [InlineData("mediainfo-files", "1000000000000001/{0}/chapters/00001.jpg", true)]
    [InlineData("mediainfo-files", "1000000000000002/{0}/chapters/00001.jpg", false)]
    [InlineData("mediainfo-files", "1000000000000001/other/chapters/00001.jpg", false)]
    [InlineData("example-bucket", "1000000000000001/{0}/chapters/00001.jpg", false)]
    public async Task Only_pictures_of_the_job_itself_have_a_signed_address(string bucket, string key, bool isSigned)
    {
        var job = TagRig.Succeeded;
        var path = string.Format(CultureInfo.InvariantCulture, key, job.Key.Id);
        var picture = $$"""{"bucket":"{{bucket}}","key":"{{path}}"}""";
        _tags.Find(ResultPart.Chapters, "NLP", $$"""[{"a":[{"snapshot":{{picture}} }]},{"snapshot":1}]""");

        var results = (await QueryAsync(job)).Json["Results"]!["Result"]!.AsArray();

        Assert.Equal(
            isSigned ? $"https://storage.example.com/mediainfo-files/{path}?seconds=3600" : null,
            (string?)JsonNode.Parse((string)results.Last()!["Data"]!)![0]!["a"]![0]!["snapshot"]!["url"]);
    }

    [Fact]
    public async Task The_id_is_required()
    {
        var answer = await _tags.Rig.CallAsync(Action);

        Assert.Equal((400, "MissingParameter"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Message_of_a_tag_job_that_ended() => GoldenFile.Matches(
        LibraryPretty(await new TagCompletionFormat().FormatAsync(TagRig.Succeeded, CancellationToken.None)), "Ims/Tags");

    private static Dictionary<string, int> HalfWay => new(StringComparer.Ordinal) { ["chapters"] = 80, ["text"] = 4 };

    private static string LibraryPretty(string json) => Library.LibraryService.Pretty(json);

    private Task<WireAnswer> QueryAsync(AnalysisJob job)
    {
        _tags.Rig.Jobs.Put(job);
        return _tags.Rig.CallAsync(Action, ("JobId", job.Key.Id));
    }
}
