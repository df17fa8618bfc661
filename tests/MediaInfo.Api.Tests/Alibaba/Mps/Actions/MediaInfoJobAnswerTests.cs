using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Jobs;
using MediaInfo.TestSupport;
using MediaInfo.TestSupport.Descriptions;
using MediaInfo.TestSupport.Memory;

namespace MediaInfo.Api.Tests.Alibaba.Mps.Actions;

/// <summary>Complete answers, compared with reviewed files and texts.</summary>
public sealed class MediaInfoJobAnswerTests : IDisposable
{
    private readonly ApiRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Submit_answer_of_an_accepted_job() =>
        GoldenFile.Matches((await SubmitAsync(("Async", "true"), ("UserData", "my-data"))).Pretty, "Mps");

    [Fact]
    public async Task Submit_answer_of_a_job_that_succeeded()
    {
        await AddPartAsync(ApiJobs.Key());
        _rig.Scheduler.Work = key => EndAsync(key, ApiJobs.Succeeded());

        GoldenFile.Matches((await SubmitAsync()).Pretty, "Mps");
    }

    [Fact]
    public async Task Submit_answer_of_a_job_that_failed()
    {
        _rig.Scheduler.Work = key => EndAsync(key, ApiJobs.Failed());

        GoldenFile.Matches((await SubmitAsync(("UserData", "my-data"))).Pretty, "Mps");
    }

    [Fact]
    public async Task Query_answer_of_jobs_in_every_state()
    {
        await AddPartAsync(ApiJobs.Key(1));
        var delivered = CallbackResult.Delivered("message-1");
        var givenUp = CallbackResult.GivenUp("DeliveryFailed", "The callback target could not be reached");
        await _rig.AddAsync(
            ApiJobs.Succeeded(ApiJobs.Key(1)) with { Callback = delivered, UserData = "my-data", Synchronous = true });
        await _rig.AddAsync(
            ApiJobs.Failed(ApiJobs.Key(2)) with { Callback = givenUp, CreatedAt = ApiJobs.CreatedAt.AddSeconds(-1) });
        await _rig.AddAsync(ApiJobs.Waiting(ApiJobs.Key(3)) with { CreatedAt = ApiJobs.CreatedAt.AddSeconds(-2) });

        var ids = string.Join(',', Enumerable.Range(1, 4).Select(number => ApiJobs.Key(number).Id));
        GoldenFile.Matches(
            (await _rig.SendAsync(RpcRequest.Of("QueryMediaInfoJobList", ("MediaInfoJobIds", ids)))).Pretty, "Mps");
    }

    private async Task AddPartAsync(JobKey key) => await _rig.Get<JobResults>().AddAsync(
        key,
        ResultPart.Streams,
        FfprobeFixture.Describe("sample.mp4").WithMd5("0123456789abcdef0123456789abcdef"),
        CancellationToken.None);

    private Task<WireAnswer> SubmitAsync(params (string Name, string Value)[] parameters) =>
        _rig.SendAsync(RpcRequest.Of("SubmitMediaInfoJob", [("Input", ApiJobs.Input), .. parameters]));

    private async Task EndAsync(JobKey key, AnalysisJob end) => await _rig.Jobs.UpdateAsync(
        key, job => job with { State = end.State, Result = end.Result, Failure = end.Failure }, CancellationToken.None);
}
