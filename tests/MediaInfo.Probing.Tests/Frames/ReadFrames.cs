using MediaInfo.Core.Frames;
using MediaInfo.Core.Jobs;

namespace MediaInfo.Probing.Tests.Frames;

/// <summary>What an order gave.</summary>
/// <param name="Pictures">The pictures, in the order in which they were kept.</param>
/// <param name="Outcome">How it went.</param>
/// <param name="Shares">The progress that was told.</param>
public sealed record ReadFrames(IReadOnlyList<MadePicture> Pictures, StepOutcome Outcome, IReadOnlyList<double> Shares)
{
    /// <summary>The only picture, after which nothing failed.</summary>
    public MadePicture Only
    {
        get
        {
            Assert.Null(Outcome.Failure);
            return Assert.Single(Pictures);
        }
    }

    /// <summary>The times of all frames.</summary>
    public IReadOnlyList<double> Times => [.. Pictures.SelectMany(picture => picture.Times)];
}
