using MediaInfo.Core.Jobs;
using MediaInfo.Core.Tags;
using MediaInfo.Probing.Processes;
using MediaInfo.Probing.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Probing.Recognition.Speech;

/// <summary>Decodes the first audio stream of an object with ffmpeg, as a stream of samples that nobody keeps.</summary>
public sealed class SoundDecoder([FromKeyedServices(Tool.FfmpegName)] ToolRunner ffmpeg, JobReads reads)
{
    /// <summary>Why this process cannot decode sound, as text for operators; null if it can.</summary>
    public Task<string?> FindProblemAsync(CancellationToken cancellationToken) => ffmpeg.FindProblemAsync(cancellationToken);

    /// <summary>Decodes the sound while it is taken.</summary>
    /// <param name="task">What to work on; it has an audio stream.</param>
    /// <param name="timeLimit">How long all may take.</param>
    /// <param name="take">
    /// Reads the samples, as <see cref="WaveFile"/> has them. Returns why it stopped; null if it read all. Called again, from
    /// the beginning, if another ffmpeg has to run.
    /// </param>
    /// <param name="progress">Told the share that is read, 0 to 1; null for none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="IOException">Storage failed while ffmpeg read; retry.</exception>
    public async Task<StepOutcome> ReadAsync(
        TagTask task,
        TimeSpan timeLimit,
        Func<Stream, CancellationToken, Task<JobFailure?>> take,
        IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        using var lease = reads.Open(task.Job, task.Source);
        using var session = new ProbeSession(lease.Reads, ProbeBudget.Unlimited);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var duration = (double)Math.Max(task.Media.Container.Duration ?? 0, 0);
        var stopped = (JobFailure?)null;
        var failure = (JobFailure?)null;
        try
        {
            (_, failure) = await ffmpeg.RunAsync(
                session,
                access => new ToolCall(Arguments(access.Url), access, timeLimit)
                {
                    Output = async output => stopped = await TakeAsync(
                        new SampleStream(output, duration, progress), take, enough),
                    Threads = Environment.ProcessorCount,
                },
                enough.Token);
        }
        catch (OperationCanceledException) when (stopped is not null && !cancellationToken.IsCancellationRequested)
        {
            // The taker has ended it.
        }

        return new StepOutcome(stopped ?? failure, session.Usage) { ETag = lease.Reads.SourceETag };
    }

    // A pipe that nobody reads would keep ffmpeg waiting.
    private static async Task<JobFailure?> TakeAsync(
        Stream samples, Func<Stream, CancellationToken, Task<JobFailure?>> take, CancellationTokenSource enough)
    {
        var isWhole = false;
        try
        {
            var stopped = await take(samples, enough.Token);
            isWhole = stopped is null;
            return stopped;
        }
        finally
        {
            await (isWhole ? samples.CopyToAsync(Stream.Null, CancellationToken.None) : enough.CancelAsync());
        }
    }

    // Sound that begins after the picture gets silence before it, so that the times are those of the object.
    private static IReadOnlyList<string> Arguments(string url) => FfmpegArguments.Reading(
        url,
        reading => reading.WithCustomArgument("-vn -sn -dn"),
        writing => writing.WithCustomArgument(
            "-map 0:a:0 -af aresample=16000:async=1:first_pts=0 -ac 1 -ar 16000 -c:a pcm_s16le -f s16le"));
}
