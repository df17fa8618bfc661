using MediaInfo.Core.Jobs;
using MediaInfo.Core.Pipelines;

namespace MediaInfo.Api.Huawei.Mpc;

/// <summary>The product's names for task states.</summary>
/// <remarks>
/// A task that waits is INIT until it is in a queue: its pipeline is paused and holds it. From then on it is WAITING.
/// </remarks>
public sealed class MpcTaskStatus(PipelineGate gate)
{
    private const string Init = "INIT";
    private const string Waiting = "WAITING";

    /// <summary>The name of a task's state.</summary>
    public async Task<string> OfAsync(AnalysisJob job, CancellationToken cancellationToken) => job.State switch
    {
        JobState.Waiting => await gate.HoldsAsync(job, cancellationToken) ? Init : Waiting,
        JobState.Running => "PROCESSING",
        JobState.Succeeded => "SUCCEED",
        JobState.Failed => "FAILED",
        _ => "CANCELED",
    };

    /// <summary>The states of the account's tasks that a name covers; null if there is no such name.</summary>
    public async Task<IReadOnlyCollection<JobState>?> StatesOfAsync(
        string account, string word, CancellationToken cancellationToken) => word switch
    {
        // All tasks of an account are in its default pipeline.
        Init or Waiting => await gate.IsPausedAsync(account, DefaultPipeline.IdOf(account), cancellationToken) == word is Init
            ? [JobState.Waiting]
            : [],

        // The SDKs query with the second name for what responses call PROCESSING.
        "PROCESSING" or "PREPROCESSING" => [JobState.Running],
        "SUCCEED" => [JobState.Succeeded],
        "FAILED" => [JobState.Failed],
        "CANCELED" => [JobState.Canceled],
        _ => null,
    };
}
