using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Reports;

/// <summary>Finds the job that a call names, in any dialect.</summary>
/// <parameter name="JobId" required="true" type="string" maxlength="32" example="88c6ca184c0e47098a5b665e2a126797">
/// The job's id as its own API gave it: of MPC the number.
/// </parameter>
public sealed class JobLookup(IJobStore jobs)
{
    private const string Id = "JobId";

    /// <summary>The account's job, in any state; or why there is none.</summary>
    public async Task<(AnalysisJob? Job, RpcError? Error)> FindAsync(RpcCall call, CancellationToken cancellationToken)
    {
        if (call.Parameters[Id] is not { } id)
        {
            return (null, RpcErrors.Missing(Id));
        }

        // Callers that know a job by number send the number as its id.
        var key = new JobKey(call.Account, JobNumber.Find(call.Account, id) ?? id);
        return (await jobs.FindAsync(key, cancellationToken))?.Job is { } job ? (job, null) : (null, ReportErrors.JobNotFound);
    }

    /// <summary>The account's job, if it succeeded; or why it has no result.</summary>
    public async Task<(AnalysisJob? Job, RpcError? Error)> FindSucceededAsync(
        RpcCall call, CancellationToken cancellationToken)
    {
        var (job, error) = await FindAsync(call, cancellationToken);
        return job switch
        {
            null => (null, error),
            { State: JobState.Succeeded } => (job, null),
            { Failure: { } failure } => (null, ReportErrors.JobFailed(failure)),
            { State: JobState.Canceled } => (null, ReportErrors.JobCanceled),
            _ => (null, ReportErrors.JobNotFinished),
        };
    }
}
