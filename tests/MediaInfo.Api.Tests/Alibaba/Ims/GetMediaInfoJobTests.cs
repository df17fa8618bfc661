using MediaInfo.Api.Alibaba.Ims;
using MediaInfo.Api.Tests.Alibaba.Ims.Support;
using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Jobs;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Descriptions;

namespace MediaInfo.Api.Tests.Alibaba.Ims;

public sealed class GetMediaInfoJobTests : IDisposable
{
    private const string Action = "GetMediaInfoJob";

    private readonly ImsRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Answer_for_a_job_that_succeeded() =>
        GoldenFile.Matches((await GetAsync(Described(ImsJobs.Succeeded(), "sample.mp4"))).Pretty, "Ims");

    [Fact]
    public async Task Answer_for_a_job_of_a_media_asset()
    {
        var job = ImsJobs.Succeeded() with { SubmittedInput = """{"Type":"Media","Media":"2b36bd19c13f4145b094c0cad80dbce5"}""" };

        GoldenFile.Matches((await GetAsync(Described(job, "playlist.m3u8"))).Pretty, "Ims");
    }

    [Fact]
    public async Task Answer_for_a_job_that_failed() => GoldenFile.Matches((await GetAsync(ImsJobs.Failed())).Pretty, "Ims");

    [Fact]
    public async Task An_XML_answer_repeats_the_elements_of_a_list()
    {
        var job = Described(ImsJobs.Succeeded(), "subtitles.mkv");
        _rig.Jobs.Put(job);

        var answer = await _rig.CallAsync("testid", "XML", Action, ("JobId", job.Key.Id));

        Assert.StartsWith(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><GetMediaInfoJobResponse><RequestId>",
            answer.Body,
            StringComparison.Ordinal);
        Assert.Contains(
            "<VideoStreamInfoList><Index>0</Index><Codec_name>h264</Codec_name>", answer.Body, StringComparison.Ordinal);
        Assert.Contains("</VideoStreamInfoList></MediaInfoProperty>", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(JobState.Waiting, "Init")]
    [InlineData(JobState.Running, "Init")]
    [InlineData(JobState.Succeeded, "Success")]
    [InlineData(JobState.Failed, "Fail")]
    [InlineData(JobState.Canceled, "Fail")]
    public async Task A_state_is_reported_by_the_products_name(JobState state, string status)
    {
        var answer = await GetAsync(ImsJobs.Waiting() with { State = state });

        Assert.Equal(status, (string?)answer.Json["MediaInfoJob"]!["Status"]);
    }

    [Theory]
    [InlineData(FailureReason.ObjectNotFound, "ResourceNotFound")]
    [InlineData(FailureReason.ObjectDenied, "Forbidden")]
    [InlineData(FailureReason.ObjectArchived, "InvalidParameter")]
    [InlineData(FailureReason.Truncated, "InvalidParameter.ResourceContentBad")]
    [InlineData(FailureReason.Encrypted, "InvalidParameter.ResourceNotSupported")]
    [InlineData(FailureReason.UnknownCodec, "InvalidParameter.ResourceNotSupported")]
    [InlineData(FailureReason.TooManyFragments, "InvalidParameter.ResourceNotSupported")]
    [InlineData(FailureReason.ObjectEmpty, "InvalidParameter.ResourceContentBad")]
    [InlineData(FailureReason.NotMedia, "InvalidParameter.ResourceContentBad")]
    [InlineData(FailureReason.ObjectChanged, "InvalidParameter")]
    [InlineData(FailureReason.BudgetExceeded, "InvalidParameter.ResourceNotSupported")]
    [InlineData(FailureReason.OutputTooLarge, "InvalidParameter.ResourceNotSupported")]
    [InlineData(FailureReason.TimedOut, "ServiceUnavailable")]
    [InlineData(FailureReason.StorageSilent, "ServiceUnavailable")]
    [InlineData(FailureReason.ProberCrashed, "InternalError")]
    [InlineData(FailureReason.NoPicture, "InvalidParameter.ResourceNotSupported")]
    [InlineData(FailureReason.EngineMissing, "ServiceUnavailable")]
    [InlineData(FailureReason.RecogniserFailed, "InternalError")]
    [InlineData(FailureReason.OutputNotFound, "ResourceNotFound")]
    [InlineData(FailureReason.OutputDenied, "Forbidden")]
    [InlineData(FailureReason.OutputOccupied, "InvalidParameter")]
    [InlineData(FailureReason.Internal, "InternalError")]
    public async Task A_failure_is_reported_with_the_products_code_and_message(FailureReason reason, string code)
    {
        var result = (await GetAsync(ImsJobs.Failed(1, reason))).Json["MediaInfoJob"]!["SubmitResultJson"]!;

        Assert.Equal(code, (string?)result["Code"]);
        Assert.DoesNotContain("What happened", (string?)result["Message"], StringComparison.Ordinal);
        Assert.Equal($"{reason}: What happened.", (string?)result["Reason"]);
    }

    [Fact]
    public async Task A_job_without_id_is_refused()
    {
        var answer = await _rig.CallAsync(Action);

        Assert.Equal((400, "MissingParameter"), (answer.Status, answer.Code));
        Assert.Equal(
            "The input parameter \"JobId\" that is mandatory for processing this request is not supplied.", answer.Message);
    }

    [Fact]
    public async Task An_unknown_job_is_not_found()
    {
        var answer = await _rig.CallAsync(Action, ("JobId", ImsJobs.Key(9).Id));

        Assert.Equal((404, "ResourceNotFound", "Resource not found"), (answer.Status, answer.Code, answer.Message));
        Assert.Equal("Nothing has this JobId.", (string?)answer.Json["Reason"]);
    }

    [Fact]
    public async Task Jobs_of_other_accounts_and_dialects_are_not_found()
    {
        var foreign = ImsJobs.Waiting(2) with { Key = ImsJobs.Key(2) with { Account = "1000000000000002" } };
        _rig.Jobs.Put(foreign);

        Assert.Equal(404, (await GetAsync(ImsJobs.Waiting() with { Dialect = "mps" })).Status);
        Assert.Equal(404, (await _rig.CallAsync(Action, ("JobId", foreign.Key.Id))).Status);
    }

    [Fact]
    public async Task Message_of_a_job_that_ended()
    {
        var format = new ImsCompletionFormat();

        Assert.Equal("ims", format.Dialect);
        GoldenFile.Matches(await format.FormatAsync(ImsJobs.Succeeded(), default), "Ims");
        Assert.Contains("\"State\":\"Fail\"", await format.FormatAsync(ImsJobs.Failed(), default), StringComparison.Ordinal);
    }

    private AnalysisJob Described(AnalysisJob job, string clip)
    {
        _rig.Describe(job.Key, FfprobeFixture.Describe(clip));
        return job;
    }

    private async Task<WireAnswer> GetAsync(AnalysisJob job)
    {
        _rig.Jobs.Put(job);
        return await _rig.CallAsync(Action, ("JobId", job.Key.Id));
    }
}
