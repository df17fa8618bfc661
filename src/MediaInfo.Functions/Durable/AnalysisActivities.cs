using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using Microsoft.Azure.Functions.Worker;

namespace MediaInfo.Functions.Durable;

/// <summary>The steps of an analysis as activities. The host may run each more than once.</summary>
public sealed class AnalysisActivities(AnalysisSteps steps)
{
    /// <inheritdoc cref="IAnalysisSteps.StartAsync" />
    [Function(ActivityNames.Start)]
    public Task<AnalysisPlan> StartAsync([ActivityTrigger] JobKey job, CancellationToken cancellationToken) =>
        steps.StartAsync(job, cancellationToken);

    /// <inheritdoc cref="IAnalysisSteps.ReadStreamsAsync" />
    [Function(ActivityNames.ReadStreams)]
    public Task<StepOutcome> ReadStreamsAsync([ActivityTrigger] JobKey job, CancellationToken cancellationToken) =>
        steps.ReadStreamsAsync(job, cancellationToken);

    /// <inheritdoc cref="IAnalysisSteps.DigestAsync" />
    [Function(ActivityNames.Digest)]
    public Task<StepOutcome> DigestAsync([ActivityTrigger] JobKey job, CancellationToken cancellationToken) =>
        steps.DigestAsync(job, cancellationToken);

    /// <inheritdoc cref="IAnalysisSteps.CountPacketsAsync" />
    [Function(ActivityNames.CountPackets)]
    public Task<StepOutcome> CountPacketsAsync([ActivityTrigger] JobKey job, CancellationToken cancellationToken) =>
        steps.CountPacketsAsync(job, cancellationToken);

    /// <inheritdoc cref="IAnalysisSteps.EndAsync" />
    [Function(ActivityNames.End)]
    public Task EndAsync([ActivityTrigger] AnalysisEnding ending, CancellationToken cancellationToken) =>
        steps.EndAsync(ending, cancellationToken);

    /// <inheritdoc cref="IAnalysisSteps.NotifyAsync" />
    [Function(ActivityNames.Notify)]
    public Task NotifyAsync([ActivityTrigger] JobKey job, CancellationToken cancellationToken) =>
        steps.NotifyAsync(job, cancellationToken);

    /// <inheritdoc cref="AnalysisSteps.AbandonAsync" />
    [Function(ActivityNames.Abandon)]
    public Task AbandonAsync([ActivityTrigger] JobKey job, CancellationToken cancellationToken) =>
        steps.AbandonAsync(job, cancellationToken);
}
