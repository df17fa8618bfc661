using System.Text.Json;
using System.Text.Json.Nodes;
using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Tests.Fixtures;

namespace MediaInfo.Api.Tests.Reports;

public sealed class GetProbeReportTests : IDisposable
{
    private const string Report = """{"streams":[{"index":0,"codec_type":"audio","tags":{"title":"测试 <é>"}}],"format":{"filename":"b/k","duration":"1.50"}}""";

    private readonly ApiRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task The_answer_has_the_report_as_ffprobe_wrote_it_and_our_description()
    {
        await AddAsync("mps");

        GoldenFile.Matches((await GetAsync()).Pretty, "Reports");
    }

    [Theory]
    [InlineData("mps")]
    [InlineData("ims")]
    [InlineData("mpc")]
    public async Task Jobs_of_every_dialect_have_one(string dialect)
    {
        await AddAsync(dialect);

        var answer = await GetAsync();

        Assert.Equal(200, answer.Status);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(Report), answer.Json["Report"]), answer.Body);
    }

    [Fact]
    public async Task In_xml_members_are_elements()
    {
        await AddAsync("mps");

        var answer = await _rig.SendAsync(Call(ApiJobs.Key().Id).With(("Format", "XML")));

        Assert.Contains("<GetProbeReportResponse><RequestId>", answer.Body, StringComparison.Ordinal);
        Assert.Contains("<Report><streams><index>0</index><codec_type>audio</codec_type>", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_names_no_job_is_refused() => Assert.Equal(
        (400, "MissingJobId", "JobId is mandatory for this action."), (await _rig.SendAsync(Call(ApiJobs.Key().Id).Without("JobId"))).Error);

    [Fact]
    public async Task Jobs_that_are_unknown_or_another_accounts_are_not_found()
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
    public async Task A_job_that_has_not_ended_has_none_yet(JobState state)
    {
        await _rig.AddAsync(ApiJobs.Waiting() with { State = state });

        Assert.Equal((409, "JobNotFinished", "The job has not ended yet. Try again later."), (await GetAsync()).Error);
    }

    [Fact]
    public async Task A_job_that_failed_says_why_it_has_none()
    {
        await _rig.AddAsync(ApiJobs.Failed());

        Assert.Equal((409, "JobFailed", "The job failed and has no report (NotMedia). What happened."), (await GetAsync()).Error);
    }

    [Fact]
    public async Task A_job_that_was_canceled_says_so()
    {
        await _rig.AddAsync(ApiJobs.Waiting() with { State = JobState.Canceled });

        Assert.Equal((409, "JobCanceled", "The job was canceled and has no report."), (await GetAsync()).Error);
    }

    [Fact]
    public async Task A_job_whose_callers_know_it_by_a_number_is_found_by_that()
    {
        var key = new JobKey(ApiJobs.Key().Account, JobNumber.Find(ApiJobs.Key().Account, "7967")!);
        await _rig.AddAsync(ApiJobs.Succeeded() with { Key = key, Dialect = "mpc" });
        await _rig.Get<JobResults>().AddAsync(
            key, ResultPart.Streams, new AnalysisResult(FfprobeFixture.Describe("sound.mp3"), JsonElement.Parse(Report)), CancellationToken.None);

        Assert.Equal(200, (await _rig.SendAsync(Call("7967"))).Status);
        Assert.Equal(200, (await _rig.SendAsync(Call(key.Id))).Status);
    }

    [Fact]
    public async Task A_key_needs_a_permission_of_its_own()
    {
        await AddAsync("mps");

        var answer = await _rig.SendAsync(Call(ApiJobs.Key().Id).By("reader", "readersecret"));

        Assert.Equal((403, "Forbidden.RAM"), (answer.Status, answer.Error.Code));
    }

    [Fact]
    public async Task A_result_that_is_gone_is_a_fault_of_storage()
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
