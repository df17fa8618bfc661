using MediaInfo.Core.Jobs;

namespace MediaInfo.Core.Analysis;

/// <summary>The one definition of an analysis: start, read in parallel, decode in parallel, join, notify.</summary>
/// <remarks>
/// A durable orchestrator replays this code, so it must do nothing but await steps. Changing the order or names of the steps
/// breaks orchestrations in flight; deploy such a change under a new orchestration name.
/// </remarks>
public sealed class AnalysisWorkflow(IAnalysisSteps steps)
{
    /// <summary>Runs the job to its end. Does nothing if it has already ended.</summary>
    public async Task RunAsync(JobKey job)
    {
        var plan = await steps.StartAsync(job);
        if (plan.Reads)
        {
            await steps.EndAsync(await ReadAsync(job, plan));
        }

        if (plan.Notifies)
        {
            await steps.NotifyAsync(job);
        }
    }

    private async Task<AnalysisEnding> ReadAsync(JobKey job, AnalysisPlan plan)
    {
        var streams = steps.ReadStreamsAsync(job);
        var digest = plan.Digest ? steps.DigestAsync(job) : null;
        var packets = plan.Packets ? steps.CountPacketsAsync(job) : null;
        await Task.WhenAll(new Task?[] { streams, digest, packets }.OfType<Task>());

        var read = await streams;
        return new AnalysisEnding(
            job,
            read,
            digest is null ? null : await digest,
            packets is null ? null : await packets)
        {
            Decoded = read.Failure is null ? await DecodeAsync(job, plan) : [],
        };
    }

    private async Task<IReadOnlyList<StepOutcome>> DecodeAsync(JobKey job, AnalysisPlan plan)
    {
        var decoding = plan.Recognisers.Select(recogniser => steps.RecogniseAsync(job, recogniser)).ToList();
        if (plan.Frames)
        {
            decoding.Add(steps.MakePicturesAsync(job));
        }

        return await Task.WhenAll(decoding);
    }
}
