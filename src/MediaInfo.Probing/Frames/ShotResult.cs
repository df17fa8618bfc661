using MediaInfo.Core.Jobs;

namespace MediaInfo.Probing.Frames;

/// <summary>What one run of ffmpeg gave.</summary>
/// <param name="Taken">The picture; null if there is none.</param>
/// <param name="Failure">Why there is none; null if nothing failed, and nothing was shown either.</param>
/// <param name="IsDark">Whether the picture is too black.</param>
internal sealed record ShotResult(TakenFrame? Taken, JobFailure? Failure, bool IsDark)
{
    /// <summary>
    /// The time of the last frame, if it is no longer on screen at the time that was wanted; null if there is a picture, or no
    /// frame.
    /// </summary>
    public decimal? LastTime { get; init; }

    /// <summary>Whether no other way to the frame may be tried.</summary>
    public bool IsFinal => Failure is not null && !IsRefusal(Failure);

    /// <summary>Whether ffmpeg refused to decode: in another way, or elsewhere, it may not.</summary>
    public static bool IsRefusal(JobFailure? failure) =>
        failure is { Reason: FailureReason.NotMedia or FailureReason.UnknownCodec };
}
