using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Functions.Turns;
using Microsoft.Azure.Functions.Worker;

namespace MediaInfo.Functions.Durable;

/// <summary>The activities of an analysis. The host may run each more than once.</summary>
public sealed class AnalysisActivities(Turn turn, PlacedSteps places, AnalysisSteps steps)
{
    /// <inheritdoc cref="Turn.TakeAsync" />
    [Function(ActivityNames.Turn)]
    public Task<TurnOutcome> TakeTurnAsync([ActivityTrigger] JobKey job, CancellationToken cancellationToken) =>
        turn.TakeAsync(job, cancellationToken);

    /// <inheritdoc cref="IAnalysisSteps.ReadStreamsAsync" />
    [Function(ActivityNames.ReadStreams)]
    public Task<PlacedOutcome> ReadStreamsAsync([ActivityTrigger] JobKey job, CancellationToken cancellationToken) =>
        places.RunAsync(job.Account, () => steps.ReadStreamsAsync(job, cancellationToken), cancellationToken);

    /// <inheritdoc cref="IAnalysisSteps.DigestAsync" />
    [Function(ActivityNames.Digest)]
    public Task<PlacedOutcome> DigestAsync([ActivityTrigger] JobKey job, CancellationToken cancellationToken) =>
        places.RunAsync(job.Account, () => steps.DigestAsync(job, cancellationToken), cancellationToken);

    /// <inheritdoc cref="IAnalysisSteps.CountPacketsAsync" />
    [Function(ActivityNames.CountPackets)]
    public Task<PlacedOutcome> CountPacketsAsync([ActivityTrigger] JobKey job, CancellationToken cancellationToken) =>
        places.RunAsync(job.Account, () => steps.CountPacketsAsync(job, cancellationToken), cancellationToken);

    /// <inheritdoc cref="IAnalysisSteps.MakePicturesAsync" />
    [Function(ActivityNames.MakePictures)]
    public Task<PlacedOutcome> MakePicturesAsync([ActivityTrigger] JobKey job, CancellationToken cancellationToken) =>
        places.RunAsync(job.Account, () => steps.MakePicturesAsync(job, cancellationToken), cancellationToken);

    /// <inheritdoc cref="IAnalysisSteps.RecogniseAsync" />
    [Function(ActivityNames.Recognise)]
    public Task<PlacedOutcome> RecogniseAsync([ActivityTrigger] Recognition step, CancellationToken cancellationToken) =>
        places.RunAsync(
            step.Job.Account, () => steps.RecogniseAsync(step.Job, step.Recogniser, cancellationToken), cancellationToken);

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
