using System.Text.Json;
using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Jobs;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Descriptions;

namespace MediaInfo.Api.Tests.Alibaba.Ims;

public sealed class SubmitSyncMediaInfoJobTests : IDisposable
{
    private const string Input = """{"Type":"OSS","Media":"oss://example-bucket/dir/sample.mp4"}""";

    private readonly ApiRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Answer_of_a_call_that_waits_for_its_result()
    {
        _rig.Scheduler.Work = key => EndAsync(key, job => job with { State = JobState.Succeeded, Result = ResultPart.Streams });

        var answer = await CallAsync(
            ("Input", Input), ("Name", "job-name"), ("UserData", "user-data"), ("ScheduleConfig", """{"Priority":5}"""));

        GoldenFile.Matches(answer.Pretty, "Ims");
    }

    [Fact]
    public async Task A_job_that_failed_says_why_and_remains_one_that_was_waited_for()
    {
        _rig.Scheduler.Work = key => EndAsync(key, job => job with
        {
            State = JobState.Failed,
            Failure = new JobFailure(FailureReason.NotMedia, "What happened."),
        });

        var job = (await CallAsync(("Input", Input))).Json["MediaInfoJob"]!;

        Assert.Equal(("Fail", false), ((string?)job["Status"], (bool?)job["Async"]));
        Assert.Equal("InvalidParameter.ResourceContentBad", (string?)job["SubmitResultJson"]!["Code"]);
        Assert.Equal("The resource operated InputFile is bad.", (string?)job["SubmitResultJson"]!["Message"]);
        var later = await _rig.SendAsync(RpcRequest.Of(
            "GetMediaInfoJob", [("Version", "2020-11-09"), ("JobId", (string)job["JobId"]!)]));
        Assert.Equal(job.ToJsonString(), later.Json["MediaInfoJob"]!.ToJsonString());
    }

    [Fact]
    public async Task A_job_that_takes_too_long_is_answered_as_Init()
    {
        var running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _rig.Scheduler.Work = _ =>
        {
            running.SetResult();
            return Task.CompletedTask;
        };
        var answering = CallAsync(("Input", Input));
        await running.Task.SoonAsync();
        _rig.Time.Advance(TimeSpan.FromSeconds(60) - TimeSpan.FromMilliseconds(1));
        Assert.False(answering.IsCompleted);
        _rig.Time.Advance(TimeSpan.FromMilliseconds(1));

        var job = (await answering.SoonAsync()).Json["MediaInfoJob"]!;

        Assert.Equal(("Init", false), ((string?)job["Status"], (bool?)job["Async"]));
        Assert.Null(job["MediaInfoProperty"]);
    }

    [Theory]
    [InlineData("Input", "{}", "MissingParameter", "\"Input.Type\"")]
    [InlineData("UserData", "-a", "InvalidParameter", "\"UserData\"")]
    [InlineData("Config", """{"Packets":7}""", "InvalidParameter", "\"Config.Packets\"")]
    public async Task What_is_wrong_is_refused_as_by_the_call_that_does_not_wait(
        string parameter, string value, string code, string about)
    {
        foreach (var action in new[] { "SubmitMediaInfoJob", "SubmitSyncMediaInfoJob" })
        {
            var answer = await _rig.SendAsync(RpcRequest.Of(
                action, [("Version", "2020-11-09"), ("Input", Input), (parameter, value)]));

            Assert.Equal((400, code), (answer.Status, answer.Code));
            Assert.Contains(about, answer.Message, StringComparison.Ordinal);
        }

        Assert.Empty(_rig.Jobs.All);
    }

    private Task<WireAnswer> CallAsync(params (string Name, string Value)[] parameters) => _rig.SendAsync(
        RpcRequest.Of("SubmitSyncMediaInfoJob", [("Version", "2020-11-09"), .. parameters])).SoonAsync();

    private async Task EndAsync(JobKey key, Func<AnalysisJob, AnalysisJob> end)
    {
        await _rig.Parts.AddAsync(
            key,
            ResultPart.Streams,
            JsonSerializer.SerializeToUtf8Bytes(
                new AnalysisResult(FfprobeFixture.Describe("sample.mp4")), JobJson.Default.AnalysisResult),
            default);
        var read = await _rig.Jobs.FindAsync(key, default);
        await _rig.Jobs.ReplaceAsync(read!, end(read!.Job) with { EndedAt = _rig.Time.GetUtcNow() }, default);
    }
}
