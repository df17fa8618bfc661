using MediaInfo.Core.Frames;
using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Media;
using MediaInfo.Core.Objects;

namespace MediaInfo.TestSupport.Memory;

/// <summary>Says whether frames can be taken, and takes none.</summary>
public sealed class FakeFrameReader : IFrameReader
{
    /// <summary>Why frames cannot be taken; null if they can.</summary>
    public string? Problem { get; set; }

    public Task<string?> FindProblemAsync(CancellationToken cancellationToken) => Task.FromResult(Problem);

    public Task<StepOutcome> ReadAsync(
        JobKey job,
        ObjectRef source,
        MediaDescription media,
        FrameOrder order,
        Func<MadePicture, CancellationToken, Task<JobFailure?>> keep,
        IProgress<double>? progress,
        CancellationToken cancellationToken) => Task.FromResult(new StepOutcome(Failure: null, ProbeUsage.Zero));
}
