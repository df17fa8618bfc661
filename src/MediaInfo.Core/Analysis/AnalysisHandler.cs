using MediaInfo.Core.Queues;

namespace MediaInfo.Core.Analysis;

/// <summary>Runs the job that a message names, from start to end.</summary>
public sealed class AnalysisHandler(AnalysisSteps steps) : IMessageHandler
{
    /// <inheritdoc />
    public Task HandleAsync(string text, CancellationToken cancellationToken)
    {
        var job = Messages.ReadAnalyze(text) ?? throw new InvalidDataException("The message asks for no analysis");
        return new AnalysisWorkflow(new DirectAnalysisSteps(steps, cancellationToken)).RunAsync(job);
    }

    /// <inheritdoc />
    public Task GiveUpAsync(string text, CancellationToken cancellationToken) =>
        Messages.ReadAnalyze(text) is { } job ? steps.AbandonAsync(job, cancellationToken) : Task.CompletedTask;
}
