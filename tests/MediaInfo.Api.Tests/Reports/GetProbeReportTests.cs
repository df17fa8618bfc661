using System.Text.Json;
using System.Text.Json.Nodes;
using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Jobs;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Descriptions;

namespace MediaInfo.Api.Tests.Reports;

public sealed class GetProbeReportTests : IDisposable
{
    private const string Report =
        """{"streams":[{"index":0,"codec_type":"audio","tags":{"title":"测试 <é>"}}],"format":{"filename":"b/k","duration":"1.50"}}""";

    private readonly ApiRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task The_answer_has_ffprobes_original_report_and_our_description()
    {
        await AddAsync("mps");

        GoldenFile.Matches((await GetAsync()).Pretty, "Reports");
    }

    [Theory]
    [InlineData("mps")]
    [InlineData("ims")]
    [InlineData("mpc")]
    public async Task Jobs_of_every_dialect_have_a_report(string dialect)
    {
        await AddAsync(dialect);

        var answer = await GetAsync();

        Assert.Equal(200, answer.Status);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(Report), answer.Json["Report"]), answer.Body);
    }

    [Fact]
    public async Task Members_are_elements_in_XML()
    {
        await AddAsync("mps");

        var answer = await _rig.SendAsync(Call(ApiJobs.Key().Id).With(("Format", "XML")));

        Assert.Contains("<GetProbeReportResponse><RequestId>", answer.Body, StringComparison.Ordinal);
        Assert.Contains("<Report><streams><index>0</index><codec_type>audio</codec_type>", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_without_a_job_is_refused() => Assert.Equal(
        (400, "MissingJobId", "JobId is mandatory for this action."),
        (await _rig.SendAsync(Call(ApiJobs.Key().Id).Without("JobId"))).Error);

    [Fact]
    public async Task Unknown_jobs_and_other_accounts_jobs_are_not_found()
    {
        await _rig.AddAsync(ApiJobs.Succeeded(ApiJobs.Key(2, ApiRig.OtherAccount)));
        var notFound = (404, "InvalidJobId.NotFound", "The specified job does not exist.");

        Assert.Equal(notFound, (await GetAsync()).Error);
        Assert.Equal(notFound, (await _rig.SendAsync(Call(ApiJobs.Key(2).Id))).Error);
        Assert.Equal(notFound, (await _rig.SendAsync(Call("../x"))).Error);
    }

    [Theory]
    [InlineData(JobState.Waiting)]
    [InlineData(JobState.Running)]
    public async Task A_job_that_has_not_ended_has_no_report_yet(JobState state)
    {
        await _rig.AddAsync(ApiJobs.Waiting() with { State = state });

        Assert.Equal((409, "JobNotFinished", "The job has not finished yet. Try again later."), (await GetAsync()).Error);
    }

    [Fact]
    public async Task A_failed_job_says_why_it_has_no_report()
    {
        await _rig.AddAsync(ApiJobs.Failed());

        Assert.Equal((409, "JobFailed", "The job failed and has no report (NotMedia). What happened."), (await GetAsync()).Error);
    }

    [Fact]
    public async Task A_canceled_job_says_that_it_was_canceled()
    {
        await _rig.AddAsync(ApiJobs.Waiting() with { State = JobState.Canceled });

        Assert.Equal((409, "JobCanceled", "The job was canceled and has no report."), (await GetAsync()).Error);
    }

    [Fact]
    public async Task A_job_with_a_numeric_id_is_found_by_that_id()
    {
        var key = new JobKey(ApiJobs.Key().Account, JobNumber.Find(ApiJobs.Key().Account, "7967")!);
        await _rig.AddAsync(ApiJobs.Succeeded() with { Key = key, Dialect = "mpc" });
        await _rig.Get<JobResults>().AddAsync(
            key,
            ResultPart.Streams,
            new AnalysisResult(FfprobeFixture.Describe("sound.mp3"), JsonElement.Parse(Report)),
            CancellationToken.None);

        Assert.Equal(200, (await _rig.SendAsync(Call("7967"))).Status);
        Assert.Equal(200, (await _rig.SendAsync(Call(key.Id))).Status);
    }

    [Fact]
    public async Task The_call_needs_its_own_permission()
    {
        await AddAsync("mps");

        var answer = await _rig.SendAsync(Call(ApiJobs.Key().Id).By("reader", "readersecret"));

        Assert.Equal((403, "Forbidden.RAM"), (answer.Status, answer.Error.Code));
    }

    [Fact]
    public async Task A_missing_result_is_a_storage_error()
    {
        await _rig.AddAsync(ApiJobs.Succeeded());

        Assert.Equal((503, "ServiceUnavailable"), ((await GetAsync()).Status, (await GetAsync()).Error.Code));
    }

    private static RpcRequest Call(string id) => RpcRequest.Of("GetProbeReport", ("Version", "2026-01-01"), ("JobId", id));

    private Task<WireAnswer> GetAsync() => _rig.SendAsync(Call(ApiJobs.Key().Id));

    private async Task AddAsync(string dialect)
    {
        await _rig.AddAsync(ApiJobs.Succeeded() with { Dialect = dialect });
        var result = new AnalysisResult(FfprobeFixture.Describe("sound.mp3"), JsonElement.Parse(Report));
        await _rig.Get<JobResults>().AddAsync(ApiJobs.Key(), ResultPart.Streams, result, CancellationToken.None);
    }
}
