using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;

namespace MediaInfo.Core.Tags;

/// <summary>The step of a job that runs a recogniser.</summary>
public sealed class TagSteps(
    IEnumerable<IRecogniser> recognisers, JobResults results, TagFindingsStore found, JobProgress progress)
{
    private readonly Dictionary<RecogniserKind, IRecogniser> _recognisers =
        recognisers.ToDictionary(recogniser => recogniser.Kind);

    /// <summary>Runs a recogniser on the job's object, and stores what it finds.</summary>
    /// <exception cref="IOException">Storage, or the recogniser behind it, cannot be reached now; retry.</exception>
    public async Task<StepOutcome> RecogniseAsync(AnalysisJob job, RecogniserKind kind, CancellationToken cancellationToken)
    {
        // Another attempt may have stored it and then failed.
        if (await found.FindAsync(job.Key, kind, cancellationToken) is { Usage: { } usage } stored)
        {
            return new StepOutcome(Failure: null, usage) { ETag = stored.ETag };
        }

        if (job.Extras.Tags is not { } work || await FindProblemAsync(kind, cancellationToken) is not null)
        {
            return new StepOutcome(
                new JobFailure(FailureReason.EngineMissing, $"The engine of the recogniser {kind} is not available"),
                ProbeUsage.Zero);
        }

        var media = await results.DescriptionAsync(job.Key, ResultPart.Streams, cancellationToken)
            ?? throw new IOException($"The stored streams of job {job.Key.Id} no longer exist");
        await using var following = progress.Follow(job, kind.ToString().ToLowerInvariant());
        var (findings, outcome) = await _recognisers[kind].RecogniseAsync(
            new TagTask(job.Key, job.Source, media, work), following, cancellationToken);
        if (findings is not null && outcome.Failure is null)
        {
            var kept = findings with { Usage = outcome.Usage, ETag = outcome.ETag };
            await found.AddAsync(job.Key, kind, kept, cancellationToken);
        }

        return outcome;
    }

    /// <summary>Why this process cannot use a recogniser, as text for operators; null if it can.</summary>
    public async Task<string?> FindProblemAsync(RecogniserKind kind, CancellationToken cancellationToken) =>
        _recognisers.TryGetValue(kind, out var recogniser)
            ? await recogniser.FindProblemAsync(cancellationToken)
            : $"there is no recogniser {kind}";
}
