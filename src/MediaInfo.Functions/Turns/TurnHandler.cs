using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;

namespace MediaInfo.Functions.Turns;

/// <summary>
/// Runs the job named in a message. Of a job with more to read than its headers, only the start: its orchestration does the rest,
/// in parallel on all instances.
/// </summary>
public sealed class TurnHandler(AnalysisHandler whole, AnalysisSteps steps, IJobStore jobs) : IMessageHandler
{
    /// <summary>Whether the job's orchestration reads it, in several activities.</summary>
    public static bool FansOut(AnalysisJob job) => job.Extras.GoBeyondHeaders;

    /// <inheritdoc />
    public async Task<TimeSpan?> HandleAsync(string text, CancellationToken cancellationToken)
    {
        if (Messages.ReadAnalyze(text) is { } key
            && await jobs.RecallAsync(key, cancellationToken) is { Job: var job } && FansOut(job))
        {
            await steps.StartAsync(key, cancellationToken);
            return null;
        }

        return await whole.HandleAsync(text, cancellationToken);
    }

    /// <inheritdoc />
    public Task GiveUpAsync(string text, CancellationToken cancellationToken) => whole.GiveUpAsync(text, cancellationToken);
}
