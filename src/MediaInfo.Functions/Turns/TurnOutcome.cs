using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Functions.Turns;

/// <summary>What a turn leaves to the orchestration that took it.</summary>
/// <param name="Plan">What remains to be done for its own job; null if the job still waits, so another turn is needed.</param>
/// <param name="After">When to take the other turn.</param>
public sealed record TurnOutcome(AnalysisPlan? Plan, TimeSpan After = default)
{
    // After the end of a job, the turn that ran it announces it. By now it did, or it failed.
    private static readonly TimeSpan Announcing = TimeSpan.FromMinutes(1);

    /// <summary>What remains of a job that has ended, has begun and is read by its orchestration, or no longer exists.</summary>
    /// <param name="read">The job; null if it does not exist.</param>
    /// <param name="now">The current time.</param>
    /// <returns>Null if the job needs a turn now.</returns>
    public static TurnOutcome? Of(StoredJob? read, DateTimeOffset now) => read switch
    {
        null => new TurnOutcome(AnalysisPlan.Nothing),
        { Job: { State: JobState.Running } job } when TurnHandler.FansOut(job) => new TurnOutcome(AnalysisPlan.Of(job)),
        { Job.State: JobState.Waiting or JobState.Running } => null,
        { Job: var job } when AnalysisPlan.Of(job).Notifies && job.EndedAt + Announcing - now is { Ticks: > 0 } left =>
            new TurnOutcome(Plan: null, left),
        { Job: var job } => new TurnOutcome(AnalysisPlan.Of(job)),
    };
}
