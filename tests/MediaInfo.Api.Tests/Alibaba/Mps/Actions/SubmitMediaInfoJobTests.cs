using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Pipelines;
using MediaInfo.TestSupport;

namespace MediaInfo.Api.Tests.Alibaba.Mps.Actions;

public sealed class SubmitMediaInfoJobTests : IDisposable
{
    private readonly ApiRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task A_job_is_stored_as_submitted_and_scheduled()
    {
        var answer = await _rig.SendAsync(Call(("Async", "true"), ("UserData", " my <data> 测试 🎬 ")));

        var job = Assert.Single(_rig.Jobs.All);
        Assert.Equal(200, answer.Status);
        Assert.Equal(
            new AnalysisJob
            {
                Key = ApiJobs.Key(),
                Dialect = "mps",
                RequestId = "00000000-0000-0000-0000-000000000001",
                CreatedAt = _rig.Time.GetUtcNow(),
                Source = new ObjectRef("example-bucket", "dir/sample 测试.mp4"),
                SubmittedInput = ApiJobs.Input,
                PipelineId = ApiRig.DefaultPipelineId,
                UserData = " my <data> 测试 🎬 ",
                Synchronous = false,
            },
            job);
        Assert.Equal([job.Key], _rig.Scheduler.Scheduled);
    }

    [Theory]
    [InlineData("", 400, "MissingInput", "Input is mandatory for this action.")]
    [InlineData(
        "text",
        400,
        "InvalidParameter.JsonObjectFormatInvalid",
        "The parameter \"Input\" does not conform to the JSON Object specification")]
    [InlineData("{}", 400, "InvalidParameter.NullValue", "The specified parameter \"Bucket\" cannot be null.")]
    [InlineData(
        """{"Bucket":"b","Location":"","Object":"a"}""",
        400,
        "InvalidParameter.EmptyValue",
        "The specified parameter \"Location\" cannot be empty.")]
    [InlineData(
        """{"Bucket":"b","Location":"l","Object":"a"}""",
        400,
        "InvalidParameter.NotSupported",
        "The specified parameter \"Location\" is not supported.")]
    [InlineData(
        """{"Bucket":"mediainfo-jobs","Location":"oss-cn-hangzhou","Object":"a"}""",
        403,
        "PermissionDenied.ResourceAccess",
        "MTS not authorized to operate on the specified resource.")]
    public async Task A_bad_input_is_refused_with_its_code_and_leaves_no_job(
        string input, int status, string code, string message)
    {
        var answer = await _rig.SendAsync(Call(("Input", input)));

        Assert.Equal((status, code, message), answer.Error);
        AssertNothingDone();
    }

    [Fact]
    public async Task A_call_without_input_is_refused()
    {
        var answer = await _rig.SendAsync(Call().Without("Input"));

        Assert.Equal((400, "MissingInput", "Input is mandatory for this action."), answer.Error);
        AssertNothingDone();
    }

    [Theory]
    [InlineData("a", 1024, true)]
    [InlineData("a", 1025, false)]
    [InlineData("测", 341, true)]
    [InlineData("测", 342, false)]
    public async Task User_data_has_at_most_1024_bytes(string character, int count, bool taken)
    {
        var data = string.Concat(Enumerable.Repeat(character, count));

        var answer = await _rig.SendAsync(Call(("Async", "true"), ("UserData", data)));

        Assert.Equal(
            taken
                ? (200, null, null)
                : (400, "InvalidParameter.OutOfRange", "The specified parameter \"UserData\" is out of range."),
            answer.Error);
        Assert.Equal(taken ? data : null, _rig.Jobs.All.SingleOrDefault()?.UserData);
    }

    // An older Java SDK decodes only the escapes that JSON requires.
    [Theory]
    [InlineData("测试 é", "测试 é")]
    [InlineData("emoji 🎬🏳️‍🌈", "emoji 🎬🏳️‍🌈")]
    [InlineData("\u3000\u00a0\u2028\u200b\ue000\u007f", "\u3000\u00a0\u2028\u200b\ue000\u007f")]
    [InlineData("<a href='x'>&+`/</a>", "<a href='x'>&+`/</a>")]
    [InlineData("\"quoted\" \\", "\\\"quoted\\\" \\\\")]
    [InlineData("line\n\u0000", "line\\n\\u0000")]
    public async Task User_data_is_returned_with_only_the_escapes_that_JSON_requires(string data, string json)
    {
        var answer = await _rig.SendAsync(Call(("Async", "true"), ("UserData", data)));

        Assert.Contains($"\"UserData\":\"{json}\"", answer.Body, StringComparison.Ordinal);
        Assert.Equal(data, (string?)answer.Json["MediaInfoJob"]!["UserData"]);
    }

    [Theory]
    [InlineData("""{"Deep":true}""", true, true)]
    [InlineData("""{"Digest":true}""", true, false)]
    [InlineData("""{"Packets":true}""", false, true)]
    [InlineData("""{"Packets":false,"Deep":true}""", true, false)]
    [InlineData("""{"Deep":"true"}""", true, true)]
    [InlineData("""{"Deep":false}""", false, false)]
    [InlineData("""{"deep":true,"Other":{"Deep":1}}""", false, false)]
    [InlineData("{}", false, false)]
    [InlineData("[true]", false, false)]
    [InlineData("any text", false, false)]
    public async Task Config_requests_more_than_the_header_pass(string config, bool digest, bool packets)
    {
        var answer = await _rig.SendAsync(Call(("Async", "true"), ("Config", config)));

        Assert.Equal(200, answer.Status);
        Assert.Equal(new AnalysisExtras(digest, packets), Assert.Single(_rig.Jobs.All).Extras);
    }

    [Theory]
    [InlineData("""{"Deep":"yes"}""", "Deep")]
    [InlineData("""{"Digest":1}""", "Digest")]
    [InlineData("""{"Deep":true,"Packets":null}""", "Packets")]
    public async Task The_members_of_Config_are_true_or_false(string config, string member)
    {
        var answer = await _rig.SendAsync(Call(("Config", config)));

        Assert.Equal((400, "InvalidParameter", $"The specified parameter \"Config.{member}\" is invalid."), answer.Error);
        AssertNothingDone();
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("1")]
    public async Task Async_is_true_or_false(string text)
    {
        var answer = await _rig.SendAsync(Call(("Async", text)));

        Assert.Equal((400, "InvalidParameter", "The specified parameter \"Async\" is invalid."), answer.Error);
        AssertNothingDone();
    }

    [Theory]
    [InlineData("true")]
    [InlineData("True")]
    public async Task With_Async_true_the_call_answers_at_once_with_the_state_Analyzing(string text)
    {
        var job = (await _rig.SendAsync(Call(("Async", text)))).Json["MediaInfoJob"]!;

        Assert.Equal(("Analyzing", true), ((string?)job["State"], (bool?)job["Async"]));
        Assert.Equal(0, _rig.Time.WaitingTimers);
    }

    [Theory]
    [InlineData("false")]
    [InlineData(null)]
    public async Task Without_Async_the_call_waits_for_the_end_of_the_job(string? text)
    {
        _rig.Scheduler.Work = FailAsync;

        var job = (await _rig.SendAsync(text is null ? Call() : Call(("Async", text))).SoonAsync()).Json["MediaInfoJob"]!;

        Assert.Equal(("Fail", false), ((string?)job["State"], (bool?)job["Async"]));
        Assert.Equal("InvalidParameter.ResourceContentBad", (string?)job["Code"]);
    }

    [Theory]
    [InlineData(null, 15)]
    [InlineData("false", 60)]
    public async Task A_waiting_call_answers_when_its_time_budget_is_used_up(string? text, int seconds)
    {
        var running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _rig.Scheduler.Work = _ =>
        {
            running.SetResult();
            return Task.CompletedTask;
        };
        var answering = _rig.SendAsync(text is null ? Call() : Call(("Async", text)));
        await running.Task.SoonAsync();
        _rig.Time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
        Assert.False(answering.IsCompleted);
        _rig.Time.Advance(TimeSpan.FromMilliseconds(1));

        var job = (await answering.SoonAsync()).Json["MediaInfoJob"]!;
        Assert.Equal(("Analyzing", false), ((string?)job["State"], (bool?)job["Async"]));
        Assert.Null(job["Properties"]);
    }

    [Fact]
    public async Task The_default_pipeline_may_be_named()
    {
        var answer = await _rig.SendAsync(Call(("Async", "true"), ("PipelineId", ApiRig.DefaultPipelineId)));

        Assert.Equal(ApiRig.DefaultPipelineId, (string?)answer.Json["MediaInfoJob"]!["PipelineId"]);
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("nonsense/..")]
    public async Task An_unknown_pipeline_is_not_found(string id)
    {
        Assert.Equal(
            (404, "InvalidParameter.ResourceNotFound", "The resource operated \"Pipeline\" cannot be found."),
            (await _rig.SendAsync(Call(("PipelineId", id)))).Error);
        AssertNothingDone();
    }

    [Fact]
    public async Task Another_accounts_pipeline_is_not_found() => Assert.Equal(
        "InvalidParameter.ResourceNotFound",
        (await _rig.SendAsync(Call(("PipelineId", DefaultPipeline.IdOf(ApiRig.OtherAccount))))).Error.Code);

    [Fact]
    public async Task A_job_that_cannot_be_scheduled_is_not_reported_as_accepted()
    {
        _rig.Scheduler.Work = _ => throw new IOException("queue away");

        Assert.Equal(503, (await _rig.SendAsync(Call(("Async", "true")))).Status);
        Assert.Empty(_rig.Jobs.All);
    }

    private static RpcRequest Call(params (string Name, string Value)[] parameters) =>
        RpcRequest.Of("SubmitMediaInfoJob", [("Input", ApiJobs.Input), .. parameters]);

    private async Task FailAsync(JobKey key)
    {
        var failure = new JobFailure(FailureReason.NotMedia, "Why");
        await _rig.Jobs.UpdateAsync(key, job => job with { State = JobState.Failed, Failure = failure }, CancellationToken.None);
    }

    private void AssertNothingDone()
    {
        Assert.Empty(_rig.Jobs.All);
        Assert.Empty(_rig.Scheduler.Scheduled);
    }
}
