using System.Globalization;
using MediaInfo.Core.Frames;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Files;
using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Tags.External;

/// <summary>Makes frames and sound of an object, and stores them in the service's own bucket.</summary>
public sealed class MaterialMaker(IFrameReader frames, ISoundReader sound, JobFiles files, TagOptions options)
{
    // Wide enough for what is in a picture. Its details are not worth the time that a recogniser takes to fetch them.
    private const int Width = 1_280;
    private const int Parts = 2;

    /// <summary>Why this process cannot make them, as text for operators; null if it can.</summary>
    public async Task<string?> FindProblemAsync(CancellationToken cancellationToken) =>
        await frames.FindProblemAsync(cancellationToken)
        ?? (options.WithSound ? await sound.FindProblemAsync(cancellationToken) : null);

    /// <summary>Makes them, or tells why not.</summary>
    /// <exception cref="IOException">Storage failed; retry.</exception>
    public async Task<Reading<Material>> MakeAsync(
        TagTask task, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var pictures = new List<(ObjectRef, FrameLink)>();
        var seen = await FramesAsync(task, pictures, PartOfAll(progress, 0), cancellationToken);
        if (seen.Failure is not null)
        {
            return new Reading<Material>(Result: null, seen);
        }

        var parts = new List<(ObjectRef, SoundLink)>();
        var heard = await SoundAsync(task, parts, PartOfAll(progress, 1), cancellationToken);
        var failure = heard.Failure ?? (heard.ReadOther(seen.ETag)
            ? new JobFailure(FailureReason.ObjectChanged, "The object was overwritten while it was read")
            : null);
        var outcome = new StepOutcome(failure, seen.Usage.Then(heard.Usage)) { ETag = seen.ETag ?? heard.ETag };
        return new Reading<Material>(
            failure is null ? new Material(pictures, parts, outcome.Usage) { ETag = outcome.ETag } : null, outcome);
    }

    private async Task<StepOutcome> FramesAsync(
        TagTask task, List<(ObjectRef, FrameLink)> kept, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (FramePlan.Of(task.Media, options.FrameInterval, options.MaxFrames) is not { } order)
        {
            return Nothing;
        }

        var width = Math.Min(Width, task.Media.MainVideo?.DisplayWidth ?? Width);
        return await frames.ReadAsync(
            task.Job,
            task.Source,
            task.Media,
            order with { Width = width },
            async (picture, token) =>
            {
                var name = NameOf("frames", picture.Number, PictureNames.ExtensionOf(order.Format));
                var type = PictureNames.ContentTypeOf(order.Format);
                kept.Add((JobFiles.Locate(task.Job, name), new FrameLink(picture.Times[0], picture.Width, picture.Height, "")));
                return await files.KeepAsync(task.Job, name, picture.Content, type, token);
            },
            progress,
            cancellationToken);
    }

    private async Task<StepOutcome> SoundAsync(
        TagTask task, List<(ObjectRef, SoundLink)> kept, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (!options.WithSound || task.Media.AudioStreams.Count == 0)
        {
            return Nothing;
        }

        return await sound.ReadAsync(
            task,
            async (part, token) =>
            {
                if (part.Number == 1)
                {
                    kept.Clear();
                }

                var name = NameOf("sound", part.Number, ".wav");
                kept.Add((JobFiles.Locate(task.Job, name), new SoundLink(part.From, part.To, "")));
                return await files.KeepAsync(task.Job, name, part.Wave, "audio/wav", token);
            },
            progress,
            cancellationToken);
    }

    private static StepOutcome Nothing => new(Failure: null, ProbeUsage.Zero);

    private static PartOf? PartOfAll(IProgress<double>? progress, int number) =>
        progress is null ? null : PartOf.Equal(progress, number, Parts);

    private static string NameOf(string folder, int number, string extension) =>
        string.Create(CultureInfo.InvariantCulture, $"external/{folder}/{number:D5}{extension}");
}
