using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Media;
using MediaInfo.Core.Objects;

namespace MediaInfo.Functions.Tests.Support;

/// <summary>Reads no object, and finds an empty description of each behind a gate.</summary>
internal sealed class InstantReader(ReadingGate gate) : IMediaReader
{
    private static readonly StepOutcome Done = new(Failure: null, ProbeUsage.Zero);

    private static AnalysisResult Empty => new(new MediaDescription { Container = new ContainerDescription() });

    public async Task<Reading<AnalysisResult>> DescribeAsync(JobKey job, ObjectRef source, CancellationToken cancellationToken)
    {
        await gate.PassAsync(job, cancellationToken);
        return new Reading<AnalysisResult>(Empty, Done);
    }

    public Task<Reading<PacketCounts>> CountPacketsAsync(JobKey job, ObjectRef source, CancellationToken cancellationToken) =>
        throw new NotSupportedException("No test here counts packets");

    public Task<StepOutcome> DigestAsync(JobKey job, ObjectRef source, CancellationToken cancellationToken) =>
        Task.FromResult(Done);
}
