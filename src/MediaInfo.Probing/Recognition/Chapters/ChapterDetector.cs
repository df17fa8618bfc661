using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Tags;
using MediaInfo.Core.Tags.Chapters;
using MediaInfo.Probing.Packets;
using MediaInfo.Probing.Processes;
using MediaInfo.Probing.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Probing.Recognition.Chapters;

/// <summary>Detects changes of scene, black and silence in one pass of ffmpeg over the whole object.</summary>
public sealed class ChapterDetector(
    [FromKeyedServices(Tool.FfmpegName)] ToolRunner ffmpeg, JobReads reads, AnalysisOptions options)
{
    /// <summary>Why this process cannot detect them, as text for operators; null if it can.</summary>
    public Task<string?> FindProblemAsync(CancellationToken cancellationToken) => ffmpeg.FindProblemAsync(cancellationToken);

    /// <summary>What was detected, or why nothing could be.</summary>
    /// <exception cref="IOException">Storage failed while ffmpeg read; retry.</exception>
    public async Task<Reading<Detections>> DetectAsync(
        TagTask task, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        using var lease = reads.Open(task.Job, task.Source);
        using var session = new ProbeSession(lease.Reads, ProbeBudget.Unlimited);
        var stated = (double)Math.Max(task.Media.Container.Duration ?? 0, 0);
        var found = new DetectionLog();
        var lines = new LineSplitter(found.Add);
        var position = new ProgressLog(stated, progress);
        var (_, failure) = await ffmpeg.RunAsync(
            session,
            access => new ToolCall(ChapterArguments.Of(access.Url, task.Media), access, options.WholeObjectTimeLimit)
            {
                Output = output =>
                {
                    // If ffmpeg crashes, another one detects everything again from the start.
                    found = new DetectionLog();
                    lines = new LineSplitter(found.Add);
                    position = new ProgressLog(stated, progress);
                    return LineReader.ReadAsync(output, position.Add);
                },
                Messages = piece => lines.Add(piece),
                Threads = Environment.ProcessorCount,
            },
            cancellationToken);
        lines.End();
        failure ??= position.HasDecoded ? null
            : new JobFailure(FailureReason.NotMedia, "Neither picture nor sound of the object could be decoded");
        var detections = found.All(
            ChapterArguments.PictureOf(task.Media) is not null, stated > 0 ? stated : position.Time);
        return new Reading<Detections>(
            failure is null ? detections : null, new StepOutcome(failure, session.Usage) { ETag = lease.Reads.SourceETag });
    }
}
