using MediaInfo.Api.Tests.Alibaba.Ims.Support;
using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Pipelines;
using MediaInfo.TestSupport;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace MediaInfo.Api.Tests.Alibaba.Ims;

public sealed class SubmitMediaInfoJobTests : IDisposable
{
    private const string Action = "SubmitMediaInfoJob";
    private const string Input = """{"Type":"OSS","Media":"oss://example-bucket/dir/video.mp4"}""";

    private readonly ImsRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Answer_of_a_submit_call()
    {
        _rig.Pipelines.FindAsync(ImsRig.Account, "e37ebee5d98b4781897f6086e89f9c56", Arg.Any<CancellationToken>())
            .Returns(new StoredPipeline(NewPipeline(PipelineState.Active), "\"1\""));

        var answer = await _rig.CallAsync(
            Action,
            ("Name", "job-name"),
            ("Input", Input),
            ("UserData", "user-data 测试"),
            ("ScheduleConfig", """{"PipelineId":"e37ebee5d98b4781897f6086e89f9c56","Priority":5}"""));

        Assert.Equal(200, answer.Status);
        GoldenFile.Matches(answer.Pretty, "Ims");
    }

    [Fact]
    public async Task Answer_of_a_submit_call_with_only_its_input() =>
        GoldenFile.Matches((await _rig.CallAsync(Action, ("Input", Input))).Pretty, "Ims");

    [Fact]
    public async Task A_job_is_stored_and_scheduled()
    {
        await _rig.CallAsync(
            Action, ("Name", "job-name"), ("Input", Input), ("UserData", "mine"), ("ScheduleConfig", """{"Priority":"10"}"""));

        var job = _rig.Job;
        Assert.Equal(new ObjectRef("example-bucket", "dir/video.mp4"), job.Source);
        Assert.Equal(("ims", "job-name", "mine", 10), (job.Dialect, job.Name, job.UserData, job.Priority));
        Assert.Equal((ImsRig.DefaultPipelineId, ImsRig.RequestId), (job.PipelineId, job.RequestId));
        Assert.False(job.Synchronous);
        await _rig.Scheduler.Received(1).ScheduleAsync(
            Arg.Is<AnalysisJob>(scheduled => scheduled.Key == job.Key), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Both_forms_of_an_object_parameter_are_equivalent()
    {
        var json = await _rig.CallAsync(Action, ("Input", Input), ("ScheduleConfig", """{"Priority":7}"""));
        var flat = await _rig.CallAsync(
            Action,
            ("Input.Type", "OSS"),
            ("Input.Media", "oss://example-bucket/dir/video.mp4"),
            ("ScheduleConfig.Priority", "7"));

        Assert.Equal(7, (int?)flat.Json["MediaInfoJob"]!["ScheduleConfig"]!["Priority"]);
        Assert.Equal(WithoutId(json), WithoutId(flat));
    }

    [Fact]
    public async Task The_JSON_form_wins_if_both_are_present()
    {
        await _rig.CallAsync(Action, ("Input", Input), ("Input.Type", "Media"), ("Input.Media", "nothing"));

        Assert.Equal("dir/video.mp4", _rig.Job.Source.Key);
    }

    [Theory]
    [InlineData("oss://example-bucket/only+space.mp4", "only+space.mp4", "only space.mp4")]
    [InlineData("oss://example-bucket/a%2Bb.mp4", "a+b.mp4", null)]
    public async Task A_URL_may_be_encoded_as_forms_are(string url, string key, string? formKey)
    {
        await _rig.CallAsync(Action, ("Input.Type", "OSS"), ("Input.Media", url));

        Assert.Equal((key, formKey), (_rig.Job.Source.Key, _rig.Job.FormKey));
    }

    [Fact]
    public async Task A_media_asset_is_looked_up_in_the_callers_library()
    {
        _rig.Assets.FindAsync(ImsRig.Account, "asset", Arg.Any<CancellationToken>()).Returns(
            new ObjectRef("example-bucket", "of/asset.mp4"));

        var answer = await _rig.CallAsync(Action, ("Input", """{"Type":"Media","Media":"asset"}"""));

        Assert.Equal(("of/asset.mp4", null), (_rig.Job.Source.Key, _rig.Job.FormKey));
        Assert.Equal("""{"Type":"Media","Media":"asset"}""", answer.Json["MediaInfoJob"]!["Input"]!.ToJsonString());
    }

    [Fact]
    public async Task An_unknown_media_asset_is_not_found()
    {
        _rig.Assets.FindAsync(default!, default!, default).ReturnsForAnyArgs((ObjectRef?)null);

        var answer = await _rig.CallAsync(Action, ("Input", """{"Type":"Media","Media":"asset"}"""));

        Assert.Equal((404, "ResourceNotFound"), (answer.Status, answer.Code));
        Assert.Empty(_rig.Jobs.All);
    }

    [Theory]
    [InlineData("", "MissingParameter", "\"Input\"")]
    [InlineData("{", "InvalidParameter", "\"Input\"")]
    [InlineData("[]", "InvalidParameter", "\"Input\"")]
    [InlineData("null", "InvalidParameter", "\"Input\"")]
    [InlineData("""{"Type":{},"Media":"x"}""", "InvalidParameter", "\"Input\"")]
    [InlineData("""{"Type":"\ud800","Media":"x"}""", "InvalidParameter", "\"Input\"")]
    [InlineData("""{"\ud800":"x"}""", "InvalidParameter", "\"Input\"")]
    [InlineData("{}", "MissingParameter", "\"Input.Type\"")]
    [InlineData("""{"Type":"","Media":"x"}""", "MissingParameter", "\"Input.Type\"")]
    [InlineData("""{"Type":"OSS"}""", "MissingParameter", "\"Input.Media\"")]
    [InlineData("""{"Type":"OSS","Media":null}""", "MissingParameter", "\"Input.Media\"")]
    [InlineData("""{"Type":"Media","Media":""}""", "MissingParameter", "\"Input.Media\"")]
    [InlineData("""{"Type":"oss","Media":"oss://example-bucket/a"}""", "InvalidParameter", "\"Input.Type\"")]
    [InlineData("""{"Type":"OSS","Media":"a.mp4"}""", "InvalidParameter", "\"Input.Media\"")]
    [InlineData(
        """{"Type":"OSS","Media":"http://example-bucket.oss-cn-beijing.aliyuncs.com/a"}""",
        "InvalidParameter",
        "\"Input.Media\"")]
    [InlineData(
        """{"Type":"OSS","Media":"http://example-bucket.obs.region01.myhuaweicloud.com/a"}""",
        "InvalidParameter",
        "\"Input.Media\"")]
    public async Task A_bad_input_is_refused(string input, string code, string about)
    {
        var answer = await _rig.CallAsync(Action, ("Input", input));

        Assert.Equal((400, code), (answer.Status, answer.Code));
        Assert.Contains(about, answer.Message, StringComparison.Ordinal);
        Assert.Empty(_rig.Jobs.All);
    }

    [Theory]
    [InlineData("Input.Type", "OSS", "MissingParameter", "\"Input.Media\"")]
    [InlineData("Input.Media", "oss://example-bucket/a", "MissingParameter", "\"Input.Type\"")]
    [InlineData("Input.", "x", "MissingParameter", "\"Input.Type\"")]
    public async Task A_flattened_input_that_lacks_a_member_is_refused(string parameter, string value, string code, string about)
    {
        var answer = await _rig.CallAsync(Action, (parameter, value));

        Assert.Equal((400, code), (answer.Status, answer.Code));
        Assert.Contains(about, answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_media_URL_longer_than_any_key_needs_is_refused()
    {
        var media = "http://example-bucket.oss-cn-hangzhou.aliyuncs.com/a?" + new string('a', 16 * 1024);

        var answer = await _rig.CallAsync(Action, ("Input.Type", "OSS"), ("Input.Media", media));

        Assert.Equal((400, "InvalidParameter"), (answer.Status, answer.Code));
        Assert.Contains("\"Input.Media\"", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bucket_that_the_service_may_not_read_is_refused()
    {
        var answer = await _rig.CallAsync(Action, ("Input", """{"Type":"OSS","Media":"oss://other-bucket/a.mp4"}"""));

        Assert.Equal((403, "Forbidden"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("[1]")]
    [InlineData("""{"Priority":0}""")]
    [InlineData("""{"Priority":11}""")]
    [InlineData("""{"Priority":-1}""")]
    [InlineData("""{"Priority":1.5}""")]
    [InlineData("""{"Priority":"high"}""")]
    [InlineData("""{"Priority":true}""")]
    [InlineData("""{"Priority":[5]}""")]
    public async Task A_bad_schedule_is_refused(string schedule)
    {
        var answer = await _rig.CallAsync(Action, ("Input", Input), ("ScheduleConfig", schedule));

        Assert.Equal((400, "InvalidParameter"), (answer.Status, answer.Code));
        Assert.Contains("\"ScheduleConfig", answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(PipelineState.Deleted)]
    public async Task An_unknown_pipeline_is_not_found(PipelineState? state)
    {
        _rig.Pipelines.FindAsync(ImsRig.Account, "e37ebee5d98b4781897f6086e89f9c56", Arg.Any<CancellationToken>())
            .Returns(state is { } known ? new StoredPipeline(NewPipeline(known), "\"1\"") : null);

        var answer =
            await _rig.CallAsync(Action, ("Input", Input), ("ScheduleConfig.PipelineId", "e37ebee5d98b4781897f6086e89f9c56"));

        Assert.Equal((404, "ResourceNotFound"), (answer.Status, answer.Code));
        Assert.Equal("Nothing has this ScheduleConfig.PipelineId.", (string?)answer.Json["Reason"]);
    }

    [Theory]
    [InlineData("UserData")]
    [InlineData("Name")]
    public async Task A_text_of_up_to_1024_bytes_is_accepted(string parameter)
    {
        var longest = new string('测', 341) + 'x';

        var taken = await _rig.CallAsync(Action, ("Input", Input), (parameter, longest));
        var refused = await _rig.CallAsync(Action, ("Input", Input), (parameter, longest + 'x'));

        Assert.Equal(longest, (string?)taken.Json["MediaInfoJob"]![parameter]);
        Assert.Equal((400, "InvalidParameter"), (refused.Status, refused.Code));
        Assert.Contains(parameter, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_that_could_not_be_scheduled_is_reported_as_an_error_and_removed()
    {
        _rig.Scheduler.ScheduleAsync(default!, default).ThrowsAsyncForAnyArgs(new IOException("away"));

        var answer = await _rig.CallAsync(Action, ("Input", Input));

        Assert.Equal((503, "ServiceUnavailable"), (answer.Status, answer.Code));
        Assert.Empty(_rig.Jobs.All);
    }

    [Fact]
    public async Task A_read_only_key_is_refused()
    {
        var answer = await _rig.CallAsync("reader", "JSON", Action, ("Input", Input));

        Assert.Equal((403, "Forbidden.RAM"), (answer.Status, answer.Code));
    }

    private static string WithoutId(WireAnswer answer)
    {
        var job = answer.Json["MediaInfoJob"]!.AsObject();
        Assert.True(job.Remove("JobId"));
        return job.ToJsonString();
    }

    private static Pipeline NewPipeline(PipelineState state) => new()
    {
        Id = "e37ebee5d98b4781897f6086e89f9c56",
        Name = "mine",
        State = state,
        CreatedAt = ImsJobs.CreatedAt,
        Speed = "Standard",
    };
}
