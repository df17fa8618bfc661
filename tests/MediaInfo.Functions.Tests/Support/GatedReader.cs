using MediaInfo.Core.Analysis;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Media;
using MediaInfo.Core.Objects;
using Microsoft.Extensions.DependencyInjection;

namespace MediaInfo.Functions.Tests.Support;

/// <summary>The app's reader behind a gate for its descriptions.</summary>
internal sealed class GatedReader(IMediaReader reader, ReadingGate gate) : IMediaReader
{
    /// <summary>Puts the gate before the registered reader.</summary>
    public static void Put(IServiceCollection services, ReadingGate gate)
    {
        var real = services.Last(service => service.ServiceType == typeof(IMediaReader));
        services.AddSingleton<IMediaReader>(provider => new GatedReader(
            real.ImplementationFactory is { } create
                ? (IMediaReader)create(provider)
                : (IMediaReader)ActivatorUtilities.CreateInstance(provider, real.ImplementationType!),
            gate));
    }

    public async Task<Reading<AnalysisResult>> DescribeAsync(JobKey job, ObjectRef source, CancellationToken cancellationToken)
    {
        await gate.PassAsync(job, cancellationToken);
        return await reader.DescribeAsync(job, source, cancellationToken);
    }

    public Task<Reading<PacketCounts>> CountPacketsAsync(JobKey job, ObjectRef source, CancellationToken cancellationToken) =>
        reader.CountPacketsAsync(job, source, cancellationToken);

    public Task<StepOutcome> DigestAsync(JobKey job, ObjectRef source, CancellationToken cancellationToken) =>
        reader.DigestAsync(job, source, cancellationToken);
}
