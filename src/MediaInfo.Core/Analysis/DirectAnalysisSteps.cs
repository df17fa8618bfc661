using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;

namespace MediaInfo.Core.Analysis;

/// <summary>
/// Runs each step of one job directly in this process. Durability comes from a queue message, which is delivered again.
/// </summary>
/// <remarks>A short job's document shows the start only if the job takes a while, which saves a write for most jobs.</remarks>
public sealed class DirectAnalysisSteps(AnalysisSteps steps, TimeProvider time, CancellationToken cancellationToken)
    : IAnalysisSteps
{
    /// <summary>How long a short job runs before its document shows that.</summary>
    public static readonly TimeSpan ShownAfter = TimeSpan.FromMilliseconds(500);

    private readonly AnalysisStart _start = steps.Start();
    private bool _isShown = true;

    /// <inheritdoc />
    public async Task<AnalysisPlan> StartAsync(JobKey job)
    {
        var plan = await steps.TakeUpAsync(job, cancellationToken);
        _isShown = !plan.IsShort;
        return plan.Reads && _isShown ? await steps.BeginAsync(job, _start, cancellationToken) : plan;
    }

    /// <inheritdoc />
    public async Task<StepOutcome> ReadStreamsAsync(JobKey job)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var showing = _isShown ? Task.CompletedTask : ShowAsync(job, over.Token);
        try
        {
            return await steps.ReadStreamsAsync(job, cancellationToken);
        }
        finally
        {
            await over.CancelAsync();
            await showing;
        }
    }

    /// <inheritdoc />
    public Task<StepOutcome> DigestAsync(JobKey job) => steps.DigestAsync(job, cancellationToken);

    /// <inheritdoc />
    public Task<StepOutcome> CountPacketsAsync(JobKey job) => steps.CountPacketsAsync(job, cancellationToken);

    /// <inheritdoc />
    public Task<StepOutcome> MakePicturesAsync(JobKey job) => steps.MakePicturesAsync(job, cancellationToken);

    /// <inheritdoc />
    public Task<StepOutcome> RecogniseAsync(JobKey job, RecogniserKind recogniser) =>
        steps.RecogniseAsync(job, recogniser, cancellationToken);

    /// <inheritdoc />
    public Task EndAsync(AnalysisEnding ending) => steps.EndAsync(ending with { Start = _start }, cancellationToken);

    /// <inheritdoc />
    public Task NotifyAsync(JobKey job) => steps.NotifyAsync(job, cancellationToken);

    private async Task ShowAsync(JobKey job, CancellationToken over)
    {
        try
        {
            await Task.Delay(ShownAfter, time, over);
            await steps.BeginAsync(job, _start, over);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The job is over, or storage fails. In either case its end shows when it began.
        }
    }
}
