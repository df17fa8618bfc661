using MediaInfo.Core.Jobs;
using MediaInfo.Core.Media;
using MediaInfo.Probing.HeadStarts;
using MediaInfo.Probing.Output;
using MediaInfo.Probing.Processes;
using MediaInfo.Probing.Reading;
using MediaInfo.Probing.Refusals;
using Microsoft.Extensions.Logging;

namespace MediaInfo.Probing;

/// <summary>Describes an object with one header pass of ffprobe.</summary>
public sealed class MediaProber(
    ProbeRunner runner, HeadStart headStart, ObjectDescriber describer, ProbeOptions options, ILogger<MediaProber> log)
{
    // ffprobe picks these demuxers for any text with a matching extension and renders a terminal screen. That is not media.
    private static readonly string[] NoMedia = ["tty", "bin", "xbin", "adf", "idf"];

    /// <summary>Reads containers and streams.</summary>
    /// <exception cref="IOException">Storage failed while ffprobe read; retry.</exception>
    public async Task<ProbeResult> DescribeAsync(ObjectReads reads, CancellationToken cancellationToken)
    {
        var result = await DescribeAsync(reads, gap: null, cancellationToken);
        if (result.Failure?.Reason is not (FailureReason.TooManyFragments or FailureReason.BudgetExceeded)
            || await FindGapAsync(reads, cancellationToken) is not ({ } gap, var search))
        {
            return result;
        }

        var partial = await DescribeAsync(reads, gap, cancellationToken);
        return partial with { Usage = result.Usage.Then(search).Then(partial.Usage) };
    }

    // The whole takes too much: the parts that tell the length and the streams are looked for, with a budget of their own.
    private async Task<(FragmentGap? Gap, ProbeUsage Usage)> FindGapAsync(
        ObjectReads reads, CancellationToken cancellationToken)
    {
        using var session = new ProbeSession(reads, FragmentGap.Budget);
        using var limit = new CancellationTokenSource(options.TimeLimit, reads.Time);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken, session.Stopped);
        try
        {
            return (await FragmentGap.FindAsync(session, done.Token), session.Usage);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, session.Usage);
        }
    }

    private async Task<ProbeResult> DescribeAsync(ObjectReads reads, FragmentGap? gap, CancellationToken cancellationToken)
    {
        using var session = new ProbeSession(reads, new ProbeBudget(options.MaxRequests, options.MaxBytes)) { Gap = gap };
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
        ProbeSession session, Task<Brought> playlist, CancellationToken cancellationToken)
    {
        var (run, failure) = await runner.RunAsync(session, FfprobeArguments.Describe, options.TimeLimit, cancellationToken);
        if (run.End == ToolEnd.Crashed)
        {
            log.ToolCrashed(Tool.FfprobeName, run.Code, session.Source.Bucket, session.Source.Key);
        }

        var report = failure is null ? FfprobeReport.Parse(run.Report.Span) : null;
        failure ??= ContentFailure(report);
        var facts = await FactsAsync(session, report, failure, playlist, cancellationToken);
        var result = failure is null && facts is not { IsUnreadable: true, Encryption: not null }
            ? await describer.DescribeAsync(session, run, report!, facts, cancellationToken)
            : await ObjectDescriber.DescribeRefusedAsync(session, failure, facts, cancellationToken);
        return result is not null
            ? new ProbeResult(result, Failure: null, session.Usage)
            : new ProbeResult(Result: null, await Refusal.ExplainAsync(failure!, session, cancellationToken), session.Usage);
    }

    // What the playlist says also describes an encrypted presentation that ffprobe refused, if nothing else was wrong.
    private static async Task<PlaylistFacts?> FactsAsync(
        ProbeSession session, FfprobeReport? report, JobFailure? failure, Task<Brought> playlist,
        CancellationToken cancellationToken) =>
        failure is null ? report?.Format?.FormatName is "hls" or "dash" ? (await playlist).Facts : null
        : failure.Reason == FailureReason.NotMedia && session.Asked.IsCompleted
            && await HeadStart.IsPlaylistAsync(session, cancellationToken)
            ? (await playlist).Facts
            : null;

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

    // What ffprobe reads too, it meets the failure of itself and is judged by that. What only the playlist needs counts there.
    private async Task<Brought> BringAsync(ProbeSession session, CancellationToken cancellationToken)
    {
        try
        {
            return new Brought(await headStart.RunAsync(session, cancellationToken), Fault: null);
        }
        catch (IOException e)
        {
            return new Brought(Known: null, e);
        }
        catch (Exception e) when (e is OperationCanceledException or UnauthorizedAccessException)
        {
            return new Brought(Known: null, Fault: null);
        }
    }

    // What the head start learned, or the storage fault that ended it.
    private sealed record Brought(PlaylistFacts? Known, IOException? Fault)
    {
        public PlaylistFacts? Facts =>
            Fault is null ? Known : throw new IOException("Storage failed while the playlist was read", Fault);
    }
}
