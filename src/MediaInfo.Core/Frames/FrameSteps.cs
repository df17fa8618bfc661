using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Media;

namespace MediaInfo.Core.Frames;

/// <summary>The step of a job that makes pictures.</summary>
public sealed class FrameSteps(
    IFrameReader reader, JobResults results, FrameResults made, FrameFiles files, JobProgress progress)
{
    private static JobFailure Changed { get; } =
        new(FailureReason.ObjectChanged, "The object was overwritten while its frames were taken");

    /// <summary>Makes the pictures of all orders of a job, and stores them and the list of them.</summary>
    /// <exception cref="IOException">Storage failed; retry.</exception>
    public async Task<StepOutcome> MakeAsync(AnalysisJob job, CancellationToken cancellationToken)
    {
        // Another attempt may have stored it and then failed.
        if (await made.FindAsync(job.Key, cancellationToken) is { } stored)
        {
            return new StepOutcome(Failure: null, stored.Usage) { ETag = stored.ETag };
        }

        if (await reader.FindProblemAsync(cancellationToken) is not null)
        {
            return new StepOutcome(
                new JobFailure(FailureReason.EngineMissing, "ffmpeg is not available"), ProbeUsage.Zero);
        }

        var media = await results.DescriptionAsync(job.Key, ResultPart.Streams, cancellationToken)
            ?? throw new IOException($"The stored streams of job {job.Key.Id} no longer exist");
        await using var following = progress.Follow(job, "frames");
        return await MakeAsync(job, media, following, cancellationToken);
    }

    private async Task<StepOutcome> MakeAsync(
        AnalysisJob job, MediaDescription media, StepProgress following, CancellationToken cancellationToken)
    {
        var orders = job.Extras.Frames;
        var sets = new List<FrameSet>();
        var usage = ProbeUsage.Zero;
        var etag = (string?)null;
        foreach (var (number, order) in orders.Index())
        {
            var share = PartOf.Equal(following, number, orders.Count);
            var (set, outcome) = await MakeAsync(job, media, order, number, share, cancellationToken);
            usage = usage.Then(outcome.Usage);
            var failure = outcome.Failure ?? (outcome.ReadOther(etag) ? Changed : null);
            etag ??= outcome.ETag;
            if (set is null || failure is not null)
            {
                return outcome with { Failure = failure, Usage = usage };
            }

            sets.Add(set);
        }

        await made.AddAsync(job.Key, new FrameSets(sets, usage, etag), cancellationToken);
        return new StepOutcome(Failure: null, usage) { ETag = etag };
    }

    private async Task<Reading<FrameSet>> MakeAsync(
        AnalysisJob job,
        MediaDescription media,
        FrameOrder order,
        int number,
        IProgress<double> share,
        CancellationToken cancellationToken)
    {
        var pictures = new List<Picture>();
        var outcome = await reader.ReadAsync(
            job.Key,
            job.Source,
            media,
            order,
            async (picture, token) =>
            {
                var (kept, failure) = await files.WriteAsync(job.Key, order, number, picture, token);
                pictures.AddRange(kept is null ? [] : [kept]);
                return failure;
            },
            share,
            cancellationToken);
        var set = new FrameSet(order.Kind, pictures);
        if (outcome.Failure is null && order.Kind == FrameOrderKind.WebVtt)
        {
            (var vtt, var failure) = await files.WriteVttAsync(job.Key, order, number, set, media, cancellationToken);
            (set, outcome) = (set with { Vtt = vtt }, outcome with { Failure = failure });
        }

        return new Reading<FrameSet>(outcome.Failure is null ? set : null, outcome);
    }
}
