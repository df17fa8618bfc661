using System.Globalization;
using MediaInfo.Core.Frames;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Files;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Tags;
using MediaInfo.Core.Tags.Chapters;

namespace MediaInfo.Probing.Recognition.Chapters;

/// <summary>
/// Cuts an object into chapters at changes of scene, black and silence, with a snapshot of each. It does not understand what it
/// shows.
/// </summary>
public sealed class ChapterRecogniser(ChapterDetector detector, IFrameReader frames, JobFiles files, TagOptions options)
    : IRecogniser
{
    // Of the time that all takes, about.
    private const double Detecting = 0.9;

    // The first moment of a chapter is often a fade.
    private const double Inside = 1;
    private const int Width = 640;
    private const int Black = 90;

    /// <inheritdoc />
    public RecogniserKind Kind => RecogniserKind.Chapters;

    /// <inheritdoc />
    public async Task<string?> FindProblemAsync(CancellationToken cancellationToken) =>
        await detector.FindProblemAsync(cancellationToken) ?? await frames.FindProblemAsync(cancellationToken);

    /// <inheritdoc />
    public async Task<Reading<TagFindings>> RecogniseAsync(
        TagTask task, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var hasPicture = ChapterArguments.PictureOf(task.Media) is not null;
        if (!hasPicture && task.Media.AudioStreams.Count == 0)
        {
            return Found([], new Dictionary<int, ObjectRef>(), new StepOutcome(Failure: null, ProbeUsage.Zero));
        }

        var part = progress is null ? null : new PartOf(progress, 0, Detecting);
        var (detections, outcome) = await detector.DetectAsync(task, part, cancellationToken);
        if (detections is null)
        {
            return new Reading<TagFindings>(Result: null, outcome);
        }

        var shortest = TagParameters.Read(task.Work.Parameters).ChapterLength ?? options.ChapterLength;
        var chapters = ChapterRule.Cut(detections, shortest, options.MaxChapters);
        var snapshots = new Dictionary<int, ObjectRef>();
        foreach (var (index, chapter) in hasPicture ? chapters.Index() : [])
        {
            var shot = await SnapshotAsync(task, index + 1, chapter, snapshots, cancellationToken);
            outcome = outcome with { Usage = outcome.Usage.Then(shot.Usage), Failure = FailureOf(outcome, shot) };
            if (outcome.Failure is not null)
            {
                return new Reading<TagFindings>(Result: null, outcome);
            }

            progress?.Report(Detecting + ((1 - Detecting) * (index + 1) / chapters.Count));
        }

        return Found(chapters, snapshots, outcome);
    }

    private Task<StepOutcome> SnapshotAsync(
        TagTask task,
        int number,
        FoundChapter chapter,
        Dictionary<int, ObjectRef> snapshots,
        CancellationToken cancellationToken)
    {
        var order = new FrameOrder(FrameOrderKind.Snapshots)
        {
            Start = TimeSpan.FromSeconds(chapter.From + Math.Min(Inside, (chapter.To - chapter.From) / 2)),
            Count = 1,
            KeyFrames = false,
            Width = Math.Min(Width, task.Media.MainVideo?.DisplayWidth ?? Width),
            BlackLevel = Black,
        };
        var name = string.Create(CultureInfo.InvariantCulture, $"chapters/{number:D5}.jpg");
        return frames.ReadAsync(
            task.Job,
            task.Source,
            task.Media,
            order,
            (picture, token) =>
            {
                snapshots[number] = JobFiles.Locate(task.Job, name);
                return files.KeepAsync(task.Job, name, picture.Content, PictureNames.ContentTypeOf(order.Format), token);
            },
            progress: null,
            cancellationToken);
    }

    // A chapter of which no frame can be taken, because the picture ends before the sound, is a chapter all the same.
    private static JobFailure? FailureOf(StepOutcome detected, StepOutcome shot) =>
        shot.Failure is { Reason: not FailureReason.NoPicture } failure ? failure
        : shot.ReadOther(detected.ETag)
            ? new JobFailure(FailureReason.ObjectChanged, "The object was overwritten while it was read")
            : null;

    private static Reading<TagFindings> Found(
        IReadOnlyList<FoundChapter> chapters, Dictionary<int, ObjectRef> snapshots, StepOutcome outcome) =>
        new(
            new TagFindings([ChapterData.ResultOf(chapters, snapshots)]) { Usage = outcome.Usage, ETag = outcome.ETag },
            outcome);
}
