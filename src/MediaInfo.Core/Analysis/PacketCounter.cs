using MediaInfo.Core.Media;
using MediaInfo.Core.Probing;
using MediaInfo.Core.Probing.Output;
using MediaInfo.Core.Probing.Packets;
using MediaInfo.Core.Probing.Processes;
using MediaInfo.Core.Reading;

namespace MediaInfo.Core.Analysis;

/// <summary>
/// Counts every stream's packets, and measures the picture's network cost, in one pass of ffprobe over the whole object.
/// </summary>
/// <remarks>ffprobe prints streams after packets, so their time bases come from a header pass before it.</remarks>
public sealed class PacketCounter(ProbeRunner runner, AnalysisOptions options)
{
    /// <summary>The counts, null when they could not be had, and how the step went.</summary>
    /// <exception cref="IOException">Storage failed while ffprobe read; try again.</exception>
    public async Task<(PacketCounts? Counts, StepOutcome Outcome)> CountAsync(ObjectReads reads, CancellationToken cancellationToken)
    {
        using var session = new ProbeSession(reads, ProbeBudget.Unlimited);
        var (run, failure) = await runner.RunAsync(
            session, FfprobeArguments.ListStreams, options.WholeObjectTimeLimit, cancellationToken);
        if (failure is not null || FfprobeReport.Parse(run.Report.Span) is not { } headers)
        {
            return (null, new StepOutcome(failure, session.Usage));
        }

        var tally = new PacketTally(headers);
        (_, failure) = await runner.RunAsync(
            session,
            FfprobeArguments.ListPackets,
            options.WholeObjectTimeLimit,
            cancellationToken,
            output =>
            {
                // Where one ffprobe dies of a signal the next one prints all from the beginning.
                tally = new PacketTally(headers);
                return LineReader.ReadAsync(output, tally.Add);
            });
        return (failure is null ? tally.Total() : null, new StepOutcome(failure, session.Usage));
    }
}
