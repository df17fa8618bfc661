using MediaInfo.Core.Jobs;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Media;
using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Frames;

/// <summary>Takes frames of media objects, upright, with square pixels, in the colours of SDR.</summary>
public interface IFrameReader
{
    /// <summary>Why this process cannot take frames, as text for operators; null if it can.</summary>
    Task<string?> FindProblemAsync(CancellationToken cancellationToken);

    /// <summary>Makes the pictures of an order, one after another.</summary>
    /// <param name="job">The job.</param>
    /// <param name="source">The object.</param>
    /// <param name="media">Its description.</param>
    /// <param name="order">Which frames to take and what to make of them.</param>
    /// <param name="keep">Stores a picture; called in order of number. Returns why it could not; null if it could.</param>
    /// <param name="progress">Told the share that is done, 0 to 1; null for none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How it went: the failure (<paramref name="keep"/>'s too), the cost and the version that was read.</returns>
    /// <exception cref="IOException">Storage failed during the read; retry.</exception>
    Task<StepOutcome> ReadAsync(
        JobKey job,
        ObjectRef source,
        MediaDescription media,
        FrameOrder order,
        Func<MadePicture, CancellationToken, Task<JobFailure?>> keep,
        IProgress<double>? progress,
        CancellationToken cancellationToken);
}
