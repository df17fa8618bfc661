using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Media;
using MediaInfo.Probing.Output;
using MediaInfo.Probing.Processes;
using MediaInfo.Probing.Reading;

namespace MediaInfo.Probing.Packets;

/// <summary>
/// Counts every stream's packets and measures the video's network cost, in one pass of ffprobe over the whole object.
/// </summary>
/// <remarks>ffprobe prints streams after packets, so a header pass provides their time bases first.</remarks>
public sealed class PacketCounter(ProbeRunner runner, AnalysisOptions options)
{
    /// <summary>The counts (null if unavailable) and the step's outcome.</summary>
    /// <param name="reads">The object.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <param name="progress">Receives the sum of the packets' sizes so far, in bytes; null if nobody watches.</param>
    /// <exception cref="IOException">Storage failed while ffprobe read; retry.</exception>
    public async Task<(PacketCounts? Counts, StepOutcome Outcome)> CountAsync(
        ObjectReads reads, CancellationToken cancellationToken, IProgress<long>? progress = null)
    {
        using var session = new ProbeSession(reads, ProbeBudget.Unlimited);
        var (run, failure) = await runner.RunAsync(
            session, FfprobeArguments.ListStreams, options.WholeObjectTimeLimit, cancellationToken);
        if (failure?.Reason is FailureReason.NotMedia)
        {
            // Whether that is so is the header pass's to say: it also knows what is encrypted, whose packets nobody can count.
            return (new PacketCounts([]), new StepOutcome(Failure: null, session.Usage));
        }

        if (failure is not null || FfprobeReport.Parse(run.Report.Span) is not { } headers)
        {
            return (null, new StepOutcome(failure, session.Usage));
        }

        var tally = new PacketTally(headers, progress);
        (_, failure) = await runner.RunAsync(
            session,
            FfprobeArguments.ListPackets,
            options.WholeObjectTimeLimit,
            cancellationToken,
            output =>
            {
                // If a signal kills ffprobe, the retry prints everything again from the start.
                tally = new PacketTally(headers, progress);
                return LineReader.ReadAsync(output, tally.Add);
            });
        return (failure is null ? tally.Total() : null, new StepOutcome(failure, session.Usage));
    }
}
