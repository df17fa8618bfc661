using MediaInfo.Core.Jobs;
using MediaInfo.Core.Tags;

namespace MediaInfo.TestSupport.Memory;

/// <summary>Says that sound can be read, and reads none.</summary>
public sealed class FakeSoundReader : ISoundReader
{
    public Task<string?> FindProblemAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public Task<StepOutcome> ReadAsync(
        TagTask task,
        Func<SoundPart, CancellationToken, Task<JobFailure?>> keep,
        IProgress<double>? progress,
        CancellationToken cancellationToken) => Task.FromResult(new StepOutcome(Failure: null, ProbeUsage.Zero));
}
