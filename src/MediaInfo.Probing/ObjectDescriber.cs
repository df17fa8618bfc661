using MediaInfo.Core.Jobs;
using MediaInfo.Core.Media;
using MediaInfo.Core.Media.Rules;
using MediaInfo.Probing.Descriptions;
using MediaInfo.Probing.Headers;
using MediaInfo.Probing.Output;
using MediaInfo.Probing.Playlists;
using MediaInfo.Probing.Processes;

namespace MediaInfo.Probing;

/// <summary>Puts together what ffprobe reported and what the object's own headers and playlists say.</summary>
public sealed class ObjectDescriber(ProbeOptions options)
{
    /// <summary>Describes an object that ffprobe read.</summary>
    /// <param name="session">The step's view of storage.</param>
    /// <param name="run">How ffprobe ended.</param>
    /// <param name="report">What it reported.</param>
    /// <param name="playlist">What the playlists say; null if the object is none.</param>
    /// <param name="cancellationToken">Cancels reading headers.</param>
    /// <exception cref="IOException">Storage failed; retry.</exception>
    internal async Task<AnalysisResult> DescribeAsync(
        ProbeSession session,
        ToolRun run,
        FfprobeReport report,
        PlaylistFacts? playlist,
        CancellationToken cancellationToken)
    {
        var headers = await HeadersAsync(session, run, report, cancellationToken);
        var facts = new RuleFacts(report, FfprobeWarnings.SayDurationIsInaccurate(run.Messages), playlist, headers)
        {
            Hidden = session.Hidden,
        };
        var description = Describe(session, facts);
        description = session.Gap is { } gap ? FragmentRules.All.Apply(description, gap.Facts) : description;
        description = playlist is null ? description : PlaylistRules.All.Apply(description, playlist);
        return new AnalysisResult(
            description, KeptReport.Of(run.Report.Span, $"{session.Source.Bucket}/{session.Source.Key}"));
    }

    /// <summary>Describes an object whose content ffprobe could not read; null if nothing else describes it either.</summary>
    /// <param name="session">The step's view of storage.</param>
    /// <param name="failure">Why ffprobe's report cannot be used; null if it only could not decrypt.</param>
    /// <param name="playlist">What the playlists say; null if the object is none.</param>
    /// <param name="cancellationToken">Cancels reading headers.</param>
    /// <exception cref="IOException">Storage failed; retry.</exception>
    internal static async Task<AnalysisResult?> DescribeRefusedAsync(
        ProbeSession session, JobFailure? failure, PlaylistFacts? playlist, CancellationToken cancellationToken)
    {
        if (playlist is { Encryption: not null })
        {
            // ffprobe may have taken what it could not decrypt for something else, so nothing of its report is kept.
            var stated = PlaylistDescription.Of(playlist, session.SourceProperties?.Size);
            return new AnalysisResult(PlaylistRules.All.Apply(stated, playlist));
        }

        return failure is { Reason: FailureReason.NotMedia }
            && await HeaderReader.OfRefusedAsync(session, cancellationToken) is { } headers
                ? new AnalysisResult(
                    Describe(session, new RuleFacts(new FfprobeReport(), IsEstimate: false, Playlist: null, headers)))
                : null;
    }

    // What takes too long is not known, and what ffprobe printed counts.
    private async Task<HeaderFacts> HeadersAsync(
        ProbeSession session, ToolRun run, FfprobeReport report, CancellationToken cancellationToken)
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

    private static MediaDescription Describe(ProbeSession session, RuleFacts facts)
    {
        var description = MediaDescriptionBuilder.Build(facts, session.SourceProperties?.Size);
        return session.SourceProperties?.ContentMd5 is { } md5 ? description.WithMd5(md5) : description;
    }
}
