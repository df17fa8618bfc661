using System.Diagnostics;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;
using MediaInfo.Core.Telemetry;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Core.Analysis;

/// <summary>Accepts and finds jobs, for all dialects.</summary>
public sealed class JobService(
    IJobStore jobs,
    IJobScheduler scheduler,
    PipelineGate gate,
    IIdSource ids,
    AnalysisOptions options,
    TimeProvider time,
    ILogger<JobService> log)
{
    /// <summary>
    /// Stores a job, then schedules it or records that its pipeline holds it. Returns only then, so that no accepted job is lost.
    /// </summary>
    /// <exception cref="IOException">The job could not be stored or scheduled; nothing of it was kept.</exception>
    public Task<AnalysisJob> SubmitAsync(AnalysisRequest request, CancellationToken cancellationToken) =>
        SubmitAsync(request, scheduler.ScheduleAsync, cancellationToken);

    /// <summary>As above, but schedules the job in another way.</summary>
    /// <param name="request">What to analyse.</param>
    /// <param name="schedule">Ensures that the job runs at least once. Not called for a job that its pipeline holds.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    internal async Task<AnalysisJob> SubmitAsync(
        AnalysisRequest request, Func<AnalysisJob, CancellationToken, Task> schedule, CancellationToken cancellationToken) =>
        (await SubmitAsync(request, (_, _) => Task.FromResult(true), schedule, cancellationToken))!;

    /// <summary>As the first, but lets the caller record the job before it can run, and so before it can end.</summary>
    /// <param name="request">What to analyse.</param>
    /// <param name="claim">Records the job; false if it is not wanted after all.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The job; null if it is not wanted, and then nothing of it was kept.</returns>
    internal Task<AnalysisJob?> SubmitClaimedAsync(
        AnalysisRequest request, Func<AnalysisJob, CancellationToken, Task<bool>> claim, CancellationToken cancellationToken) =>
        SubmitAsync(request, claim, scheduler.ScheduleAsync, cancellationToken);

    /// <summary>The jobs of an account with the given ids, newest first. Unknown ids are left out.</summary>
    public async Task<IReadOnlyList<AnalysisJob>> FindAsync(
        string account, IEnumerable<string> jobIds, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(jobIds.Select(id => jobs.FindAsync(new JobKey(account, id), cancellationToken)));
        return [.. found.OfType<StoredJob>()
            .Select(stored => stored.Job)
            .OrderByDescending(job => job.CreatedAt)
            .ThenBy(job => job.Key.Id, StringComparer.Ordinal)];
    }

    private async Task<AnalysisJob?> SubmitAsync(
        AnalysisRequest request,
        Func<AnalysisJob, CancellationToken, Task<bool>> claim,
        Func<AnalysisJob, CancellationToken, Task> schedule,
        CancellationToken cancellationToken)
    {
        var job = await AddAsync(request, cancellationToken);
        Activity.Current?.SetTag(Tracing.JobId, job.Key.Id);
        try
        {
            if (!await claim(job, cancellationToken))
            {
                await jobs.RemoveAsync(job.Key, CancellationToken.None);
                return null;
            }

            if (await gate.PassAsync(job.Key, job.PipelineId, cancellationToken))
            {
                await schedule(job, cancellationToken);
            }
        }
        catch
        {
            await jobs.RemoveAsync(job.Key, CancellationToken.None);
            throw;
        }

        job.CountAccepted();
        log.JobAccepted(job.Key.Id, job.RequestId, job.Dialect, job.Source.Bucket, job.Source.Key);
        return job;
    }

    private async Task<AnalysisJob> AddAsync(AnalysisRequest request, CancellationToken cancellationToken)
    {
        // An id collision is all but impossible; the store would report it, and the loop tries another id.
        while (true)
        {
            var job = New(request, time.GetUtcNow());
            if (await jobs.AddAsync(job, cancellationToken) is not null)
            {
                return job;
            }
        }
    }

    private AnalysisJob New(AnalysisRequest request, DateTimeOffset now) => new()
    {
        Key = new JobKey(
            request.Account, request.IsNumbered ? ids.NewNumberedJobId(request.Account, now) : ids.NewJobId(now)),
        Dialect = request.Dialect,
        Project = request.Project,
        RequestId = request.RequestId,
        SubmitTrace = Tracing.Current,
        CreatedAt = now,
        Source = request.Source,
        FormKey = request.FormKey,
        SubmittedInput = request.SubmittedInput,
        PipelineId = request.PipelineId,
        UserData = request.UserData,
        Synchronous = request.Synchronous,
        Name = request.Name,
        Priority = request.Priority,
        Extras = new AnalysisExtras(request.Digest ?? options.Digest, request.Packets ?? options.Packets)
        {
            Frames = request.Frames,
            Tags = request.Tags,
        },
    };
}
