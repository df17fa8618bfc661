using MediaInfo.Core.Frames;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Media;
using MediaInfo.Core.Objects;
using MediaInfo.Probing.Descriptions;
using MediaInfo.Probing.Processes;
using MediaInfo.Probing.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Probing.Frames;

/// <summary>
/// Takes frames with ffmpeg, one run for each picture, over the reads of the job: headers are read once, and of the media little
/// more than the frames.
/// </summary>
public sealed class FrameReader(
    JobReads reads,
    [FromKeyedServices(Tool.FfmpegName)] ToolRunner ffmpeg,
    HiddenStreams hidden,
    FrameOptions options) : IFrameReader
{
    /// <inheritdoc />
    public Task<string?> FindProblemAsync(CancellationToken cancellationToken) => ffmpeg.FindProblemAsync(cancellationToken);

    /// <inheritdoc />
    public async Task<StepOutcome> ReadAsync(
        JobKey job,
        ObjectRef source,
        MediaDescription media,
        FrameOrder order,
        Func<MadePicture, CancellationToken, Task<JobFailure?>> keep,
        IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        using var lease = reads.Open(job, source);
        using var session = new ProbeSession(lease.Reads, new ProbeBudget(options.MaxRequests, options.MaxBytes));
        JobFailure? failure;
        try
        {
            failure = await ReadAsync(session, media, order, keep, progress, cancellationToken);
        }
        catch (ToolMissingException)
        {
            failure = new JobFailure(FailureReason.EngineMissing, "ffmpeg is not available");
        }

        return new StepOutcome(failure, session.Usage) { ETag = lease.Reads.SourceETag };
    }

    private async Task<JobFailure?> ReadAsync(
        ProbeSession session,
        MediaDescription media,
        FrameOrder order,
        Func<MadePicture, CancellationToken, Task<JobFailure?>> keep,
        IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        if (!ObjectUrl.CanName(session.Source.Bucket))
        {
            return new JobFailure(FailureReason.ObjectNotFound, "The bucket name is not valid");
        }

        if (FrameSource.Of(media) is not { } source)
        {
            return new JobFailure(FailureReason.NoPicture, "The object has neither video nor a cover");
        }

        if (source.Encryption is { } locked)
        {
            return new JobFailure(FailureReason.Encrypted, $"The video is encrypted ({locked})");
        }

        source = source with { Rotation = source.IsStill ? await RotationAsync(session, media, cancellationToken) : 0 };
        var times = FrameTimes.Of(order, source).Take(options.MaxFrames + 1).ToList();
        if (times.Count > options.MaxFrames && (source.Duration is not null || order.Count is not null))
        {
            return new JobFailure(FailureReason.BudgetExceeded, $"The order asks for more than {options.MaxFrames} frames");
        }

        var work = new FrameWork(ffmpeg, hidden, options, session, source) { Order = order, Keep = keep, Progress = progress };
        var failure = await work.RunAsync(times, cancellationToken);
        return failure is { Reason: FailureReason.NoPicture } && media.Container.Encryption is { } scheme
            ? new JobFailure(FailureReason.Encrypted, $"The object's pictures are encrypted ({scheme})")
            : failure;
    }

    private static async Task<int> RotationAsync(
        ProbeSession session, MediaDescription media, CancellationToken cancellationToken) =>
        media.Container.IsImage
            ? (await HeaderReader.OfPictureAsync(session, cancellationToken))?.Rotation ?? 0
            : 0;
}
