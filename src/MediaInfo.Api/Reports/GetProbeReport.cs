using System.Text.Json;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Reports.Wire;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Media;

namespace MediaInfo.Api.Reports;

/// <summary>
/// GetProbeReport, our own action: ffprobe's full report of a finished job and our description of it, for every job of the
/// account, in any dialect.
/// </summary>
public sealed class GetProbeReport(JobLookup jobs, JobResults results) : OwnAction
{
    /// <inheritdoc />
    public override bool ChangesState => false;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var (job, error) = await jobs.FindSucceededAsync(call, cancellationToken);
        if (job is null)
        {
            return error!;
        }

        var result = await results.ReportOfAsync(job, cancellationToken);
        var body = new GetProbeReportResponse(
            call.RequestId,
            job.Key.Id,
            JsonSerializer.SerializeToElement(result.Description, MediaJson.Default.MediaDescription),
            result.Ffprobe,
            Usage.Of(job.Usage ?? ProbeUsage.Zero));
        return RpcAnswer.Ok(body, ReportJson.Wire.GetProbeReportResponse);
    }
}
