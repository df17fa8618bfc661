using MediaInfo.Core.Jobs;
using MediaInfo.Core.Queues;
using MediaInfo.Core.Telemetry;

namespace MediaInfo.Core.Analysis;

/// <summary>Runs the job named in a message from start to end.</summary>
public sealed class AnalysisHandler(AnalysisSteps steps, IJobStore jobs, TimeProvider time) : IMessageHandler
{
    /// <inheritdoc />
    public async Task<TimeSpan?> HandleAsync(string text, CancellationToken cancellationToken)
    {
        var job = Messages.ReadAnalyze(text) ?? throw new InvalidDataException("The message is not an analysis request");
        var traced = Tracing.Source.HasListeners() ? await jobs.RecallAsync(job, cancellationToken) : null;
        using var span = traced is null ? null : traced.Job.BeginAnalysis();
        await new AnalysisWorkflow(new DirectAnalysisSteps(steps, time, cancellationToken)).RunAsync(job);
        return null;
    }

    /// <inheritdoc />
    public Task GiveUpAsync(string text, CancellationToken cancellationToken) =>
        Messages.ReadAnalyze(text) is { } job ? steps.AbandonAsync(job, cancellationToken) : Task.CompletedTask;
}
