using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Reports.Wire;

namespace MediaInfo.Api.Reports;

/// <summary>
/// GetJob, our own action: one job of the account, in any dialect and any state, with the story of its life.
/// </summary>
public sealed class GetJob(JobLookup jobs) : OwnAction
{
    /// <inheritdoc />
    public override bool ChangesState => false;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var (job, error) = await jobs.FindAsync(call, cancellationToken);
        return job is null
            ? error!
            : RpcAnswer.Ok(
                new GetJobResponse(call.RequestId, JobSummaries.DetailOf(job)), ReportJson.Wire.GetJobResponse);
    }
}
