using MediaInfo.Core.Jobs;
using MediaInfo.Core.Media;
using MediaInfo.Probing.Descriptions;
using MediaInfo.Probing.Headers;
using MediaInfo.Probing.HeadStarts;
using MediaInfo.Probing.ObjectProxy;
using MediaInfo.Probing.Output;
using MediaInfo.Probing.Processes;
using MediaInfo.Probing.Reading;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Probing;

/// <summary>Describes an object with one header pass of ffprobe.</summary>
public sealed class MediaProber(ProbeRunner runner, HeadStart headStart, ProbeOptions options, ILogger<MediaProber> log)
{
    // ffprobe picks these demuxers for any text with a matching extension and renders a terminal screen. That is not media.
    private static readonly string[] NoMedia = ["tty", "bin", "xbin", "adf", "idf"];

    /// <summary>Reads containers and streams.</summary>
    /// <exception cref="IOException">Storage failed while ffprobe read; retry.</exception>
    public async Task<ProbeResult> DescribeAsync(ObjectReads reads, CancellationToken cancellationToken)
    {
        var budget = new ProbeBudget(options.MaxRequests, options.MaxBytes);
        using var session = new ProbeSession(reads, budget);
        if (!ObjectUrl.CanName(session.Source.Bucket))
        {
            return new ProbeResult(
                Result: null, new JobFailure(FailureReason.ObjectNotFound, "The bucket name is not valid"), session.Usage);
        }

        using var limit = new CancellationTokenSource(options.TimeLimit, reads.Time);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken, session.Stopped);
        var playlist = BringAsync(session, done.Token);
        try
        {
            return await DescribeAsync(session, playlist, cancellationToken);
        }
        finally
        {
            await done.CancelAsync();
            await playlist;
        }
    }

    private async Task<ProbeResult> DescribeAsync(
        ProbeSession session, Task<PlaylistFacts?> playlist, CancellationToken cancellationToken)
    {
        var (run, failure) = await runner.RunAsync(session, FfprobeArguments.Describe, options.TimeLimit, cancellationToken);
        if (run.End == FfprobeEnd.Crashed)
        {
            log.ProberCrashed(run.Code, session.Source.Bucket, session.Source.Key);
        }

        var report = failure is null ? FfprobeReport.Parse(run.Report.Span) : null;
        failure ??= ContentFailure(report);
        return failure switch
        {
            null => new ProbeResult(
                await BuildAsync(session, run, report!, playlist, cancellationToken), Failure: null, session.Usage),
            { Reason: FailureReason.NotMedia } when await RefusedAsync(session, cancellationToken) is { } refused =>
                new ProbeResult(refused, Failure: null, session.Usage),
            _ => new ProbeResult(Result: null, failure, session.Usage),
        };
    }

    private static JobFailure? ContentFailure(FfprobeReport? report) => report switch
    {
        null => new JobFailure(
            FailureReason.ProberCrashed, "ffprobe succeeded, but its report could not be parsed; the file was not analysed"),
        { Format: null or { FormatName: null } } =>
            new JobFailure(FailureReason.NotMedia, "ffprobe produced no usable report"),
        { Format.FormatName: var name } when NoMedia.Contains(name, StringComparer.Ordinal) =>
            new JobFailure(FailureReason.NotMedia, "The object is text, not media"),
        { Streams.Count: 0 } => new JobFailure(FailureReason.NotMedia, "The object contains no streams"),
        _ => null,
    };

    // ffprobe meets the same failure itself and is judged by that, so a failed prefetch is ignored.
    private async Task<PlaylistFacts?> BringAsync(ProbeSession session, CancellationToken cancellationToken)
    {
        try
        {
            return await headStart.RunAsync(session, cancellationToken);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private async Task<AnalysisResult> BuildAsync(
        ProbeSession session,
        FfprobeRun run,
        FfprobeReport report,
        Task<PlaylistFacts?> measured,
        CancellationToken cancellationToken)
    {
        var playlist = report.Format?.FormatName is "hls" or "dash" ? await measured : null;
        var headers = await HeadersAsync(session, run, report, cancellationToken);
        var facts = new RuleFacts(report, FfprobeWarnings.SayDurationIsInaccurate(run.Messages), playlist, headers)
        {
            Hidden = session.Hidden,
        };
        return new AnalysisResult(
            Describe(session, facts), KeptReport.Of(run.Report.Span, $"{session.Source.Bucket}/{session.Source.Key}"));
    }

    // What takes too long is not known, and what ffprobe printed counts.
    private async Task<HeaderFacts> HeadersAsync(
        ProbeSession session, FfprobeRun run, FfprobeReport report, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.TimeLimit, session.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await HeaderReader.ReadAsync(session, report, run.Messages, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new HeaderFacts();
        }
    }

    private static async Task<AnalysisResult?> RefusedAsync(ProbeSession session, CancellationToken cancellationToken) =>
        await HeaderReader.OfRefusedAsync(session, cancellationToken) is { } headers
            ? new AnalysisResult(
                Describe(session, new RuleFacts(new FfprobeReport(), IsEstimate: false, Playlist: null, headers)))
            : null;

    private static MediaDescription Describe(ProbeSession session, RuleFacts facts)
    {
        var description = MediaDescriptionBuilder.Build(facts, session.SourceProperties?.Size);
        return session.SourceProperties?.ContentMd5 is { } md5 ? description.WithMd5(md5) : description;
    }
}
