using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Analysis;

/// <summary>Runs each step directly in this process. Durability comes from the queue, which redelivers the job.</summary>
public sealed class DirectAnalysisSteps(AnalysisSteps steps, CancellationToken cancellationToken) : IAnalysisSteps
{
    /// <inheritdoc />
    public Task<AnalysisPlan> StartAsync(JobKey job) => steps.StartAsync(job, cancellationToken);

    /// <inheritdoc />
    public Task<StepOutcome> ReadStreamsAsync(JobKey job) => steps.ReadStreamsAsync(job, cancellationToken);

    /// <inheritdoc />
    public Task<StepOutcome> DigestAsync(JobKey job) => steps.DigestAsync(job, cancellationToken);

    /// <inheritdoc />
    public Task<StepOutcome> CountPacketsAsync(JobKey job) => steps.CountPacketsAsync(job, cancellationToken);

    /// <inheritdoc />
    public Task EndAsync(AnalysisEnding ending) => steps.EndAsync(ending, cancellationToken);

    /// <inheritdoc />
    public Task NotifyAsync(JobKey job) => steps.NotifyAsync(job, cancellationToken);
}
