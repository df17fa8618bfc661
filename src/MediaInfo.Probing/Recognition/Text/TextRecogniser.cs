using MediaInfo.Core.Analysis;
using MediaInfo.Core.Frames;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Tags;
using MediaInfo.Core.Tags.Text;

namespace MediaInfo.Probing.Recognition.Text;

/// <summary>Reads text in frames of the video with Tesseract, and tells from when to when each line was there.</summary>
public sealed class TextRecogniser(
    IFrameReader frames, FrameText text, TagOptions options, AnalysisOptions limits, TimeProvider time) : IRecogniser
{
    // Tesseract wants letters of twenty pixels and more. More pixels than those of a large frame only take time.
    private const int Small = 960;
    private const int Large = 1_920;

    /// <inheritdoc />
    public RecogniserKind Kind => RecogniserKind.Text;

    /// <inheritdoc />
    public async Task<string?> FindProblemAsync(CancellationToken cancellationToken) =>
        await text.FindProblemAsync(cancellationToken) ?? await frames.FindProblemAsync(cancellationToken);

    /// <inheritdoc />
    public async Task<Reading<TagFindings>> RecogniseAsync(
        TagTask task, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var wishes = TagParameters.Read(task.Work.Parameters);
        var languages = wishes.TextLanguages ?? options.TextLanguages;
        if (TextEngine.MissingOf(options, languages) is not null)
        {
            return Failed(FailureReason.EngineMissing, $"The text cannot be read: not every language of {languages} is there");
        }

        var spans = new TextSpans();
        var order = FramePlan.Of(task.Media, wishes.TextInterval ?? options.TextInterval, options.MaxFrames);
        var outcome = order is null
            ? new StepOutcome(Failure: null, ProbeUsage.Zero)
            : await ReadAsync(task, order, languages, spans, progress, cancellationToken);
        return new Reading<TagFindings>(
            outcome.Failure is not null ? null : new TagFindings([TextData.ResultOf(languages, spans.All())])
            {
                Usage = outcome.Usage,
                ETag = outcome.ETag,
            },
            outcome);
    }

    private async Task<StepOutcome> ReadAsync(
        TagTask task,
        FrameOrder order,
        string languages,
        TextSpans spans,
        IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(limits.WholeObjectTimeLimit, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var shown = task.Media.MainVideo?.DisplayWidth ?? Small;
        var last = (Picture: Array.Empty<byte>(), Lines: (IReadOnlyList<TextLine>)[]);
        try
        {
            return await frames.ReadAsync(
                task.Job,
                task.Source,
                task.Media,
                order with { Format = PictureFormat.Png, Width = shown <= Small ? shown * 2 : Math.Min(shown, Large) },
                async (picture, token) =>
                {
                    // A slide that stays is the same picture to the bit.
                    if (!picture.Content.Span.SequenceEqual(last.Picture))
                    {
                        var (lines, failure) = await text.ReadAsync(picture.Content, languages, token);
                        if (failure is not null)
                        {
                            return failure;
                        }

                        var factor = (double)shown / picture.Width;
                        last = (
                            picture.Content.ToArray(),
                            [.. lines.Select(line => line with { Box = line.Box.Times(factor) })]);
                    }

                    spans.Add(picture.Times[0], last.Lines);
                    return null;
                },
                progress,
                limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new StepOutcome(
                new JobFailure(FailureReason.TimedOut, "Reading the text of all frames took too long"), ProbeUsage.Zero);
        }
    }

    private static Reading<TagFindings> Failed(FailureReason reason, string detail) =>
        new(Result: null, new StepOutcome(new JobFailure(reason, detail), ProbeUsage.Zero));
}
