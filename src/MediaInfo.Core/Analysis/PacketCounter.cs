using System.Globalization;
using MediaInfo.Core.Media;
using MediaInfo.Core.Probing;
using MediaInfo.Core.Reading;

namespace MediaInfo.Core.Analysis;

/// <summary>Counts every stream's packets in one pass of ffprobe over the whole object.</summary>
public sealed class PacketCounter(ProbeRunner runner, AnalysisOptions options)
{
    /// <summary>The counts, null when they could not be had, and how the step went.</summary>
    /// <exception cref="IOException">Storage failed while ffprobe read; try again.</exception>
    public async Task<(PacketCounts? Counts, StepOutcome Outcome)> CountAsync(ObjectReads reads, CancellationToken cancellationToken)
    {
        using var session = new ProbeSession(reads, ProbeBudget.Unlimited);
        var (run, failure) = await runner.RunAsync(
            session, FfprobeArguments.CountPackets, options.WholeObjectTimeLimit, cancellationToken);
        var counts = failure is null && FfprobeReport.Parse(run.Report.Span) is { } report
            ? new PacketCounts([.. report.Streams.Select(CountOf).OfType<StreamPackets>()])
            : null;
        return (counts, new StepOutcome(failure, session.Usage));
    }

    private static StreamPackets? CountOf(FfprobeStream stream) =>
        int.TryParse(stream.Index, CultureInfo.InvariantCulture, out var index)
        && long.TryParse(stream.NbReadPackets, CultureInfo.InvariantCulture, out var count)
            ? new StreamPackets(index, count)
            : null;
}
