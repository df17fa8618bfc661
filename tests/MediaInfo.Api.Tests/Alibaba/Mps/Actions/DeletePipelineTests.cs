using MediaInfo.Api.Tests.Support;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.Api.Tests.Alibaba.Mps.Actions;

public sealed class DeletePipelineTests : IDisposable
{
    private static readonly (int Status, string Code, string Message) NotFound =
        (404, "InvalidParameter.ResourceNotFound", "The resource operated \"Pipeline\" cannot be found.");

    private static readonly (int Status, string Code, string Message) InUse =
        (400, "InvalidParameter.InvalidState", "The specified parameter \"Pipeline\" is invalid.");

    private readonly ApiRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task An_id_is_required() => Assert.Equal(
        (400, "MissingPipelineId", "PipelineId is mandatory for this action."),
        (await _rig.SendAsync(RpcRequest.Of("DeletePipeline"))).Error);

    [Fact]
    public async Task A_deleted_pipeline_is_not_found_and_accepts_no_jobs()
    {
        var pipeline = await _rig.AddPipelineAsync(1);

        Assert.Equal(200, (await DeleteAsync(pipeline.Id)).Status);

        Assert.Equal(NotFound, (await DeleteAsync(pipeline.Id)).Error);
        var submit = RpcRequest.Of("SubmitMediaInfoJob", ("Input", ApiJobs.Input), ("PipelineId", pipeline.Id));
        Assert.Equal(NotFound, (await _rig.SendAsync(submit)).Error);
    }

    [Fact]
    public async Task The_default_pipeline_is_kept() => Assert.Equal(InUse, (await DeleteAsync(ApiRig.DefaultPipelineId)).Error);

    [Fact]
    public async Task A_pipeline_that_a_job_waits_for_cannot_be_deleted()
    {
        var pipeline = await _rig.AddPipelineAsync(1, PipelineState.Paused);
        await _rig.Held.AddAsync(new HeldJob(ApiJobs.Key(), pipeline.Id), default);

        Assert.Equal(InUse, (await DeleteAsync(pipeline.Id)).Error);
        Assert.Equal(pipeline, (await _rig.Pipelines.FindAsync(ApiRig.Account, pipeline.Id, default))!.Pipeline);
    }

    [Fact]
    public async Task Another_accounts_pipeline_is_not_found()
    {
        var theirs = await _rig.AddPipelineAsync(1, account: ApiRig.OtherAccount);

        Assert.Equal(NotFound, (await DeleteAsync(theirs.Id)).Error);
        Assert.Equal(theirs, (await _rig.Pipelines.FindAsync(ApiRig.OtherAccount, theirs.Id, default))!.Pipeline);
    }

    private Task<WireAnswer> DeleteAsync(string id) => _rig.SendAsync(RpcRequest.Of("DeletePipeline", ("PipelineId", id)));
}
