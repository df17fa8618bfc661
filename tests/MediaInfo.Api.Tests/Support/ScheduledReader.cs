using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Media;
using MediaInfo.Core.Objects;

namespace MediaInfo.Api.Tests.Support;

/// <summary>
/// Reads an object in the call of a caller who waits: the scheduler's work ends the job, or the read goes on until the call stops
/// it.
/// </summary>
public sealed class ScheduledReader(IJobScheduler scheduler, IJobStore jobs) : IMediaReader
{
    private static readonly StepOutcome Unused =
        new(new JobFailure(FailureReason.Internal, "The job ended before"), ProbeUsage.Zero);

    public async Task<Reading<AnalysisResult>> DescribeAsync(JobKey job, ObjectRef source, CancellationToken cancellationToken)
    {
        await (scheduler as RecordingScheduler)!.Work(job);
        if (!JobTransitions.IsFinal((await jobs.FindAsync(job, cancellationToken))!.Job.State))
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        return new Reading<AnalysisResult>(Result: null, Unused);
    }

    public Task<Reading<PacketCounts>> CountPacketsAsync(JobKey job, ObjectRef source, CancellationToken cancellationToken) =>
        Task.FromResult(new Reading<PacketCounts>(Result: null, Unused));

    public Task<StepOutcome> DigestAsync(JobKey job, ObjectRef source, CancellationToken cancellationToken) =>
        Task.FromResult(Unused);
}
