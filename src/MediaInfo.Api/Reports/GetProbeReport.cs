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
/// <parameter name="JobId" required="true" example="88c6ca184c0e47098a5b665e2a126797">
/// The job's id as its own API gave it: of MPC the number.
/// </parameter>
public sealed class GetProbeReport(IJobStore jobs, JobResults results) : IRpcAction
{
    private const string Id = "JobId";

    /// <inheritdoc />
    public string Product => "mediainfo";

    /// <inheritdoc />
    public string Dialect => "mediainfo";

    /// <inheritdoc />
    public string Version => "2026-01-01";

    /// <inheritdoc />
    public string Name => nameof(GetProbeReport);

    /// <inheritdoc />
    public bool ChangesState => false;

    /// <inheritdoc />
    public async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        if (call.Parameters[Id] is not { } id)
        {
            return RpcErrors.Missing(Id);
        }

        // Callers that know a job by number send the number as its id.
        var key = new JobKey(call.Account, JobNumber.Find(call.Account, id) ?? id);
        return await jobs.FindAsync(key, cancellationToken) switch
        {
            null => ReportErrors.JobNotFound,
            { Job: { State: JobState.Succeeded } job } => await AnswerAsync(call, job, cancellationToken),
            { Job: { Failure: { } failure } } => ReportErrors.JobFailed(failure),
            { Job.State: JobState.Canceled } => ReportErrors.JobCanceled,
            _ => ReportErrors.JobNotFinished,
        };
    }

    private async Task<RpcAnswer> AnswerAsync(RpcCall call, AnalysisJob job, CancellationToken cancellationToken)
    {
        var result = await results.ReportOfAsync(job, cancellationToken)
            ?? throw new IOException($"The result of job {job.Key.Id} is missing");
        var usage = job.Usage ?? ProbeUsage.Zero;
        var body = new GetProbeReportResponse(
            call.RequestId,
            job.Key.Id,
            JsonSerializer.SerializeToElement(result.Description, MediaJson.Default.MediaDescription),
            result.Ffprobe,
            new Usage(usage.Requests, usage.Bytes, usage.Milliseconds) { Reused = usage.Reused ? true : null });
        return RpcAnswer.Ok(body, ReportJson.Wire.GetProbeReportResponse);
    }
}
