namespace MediaInfo.Probing.Frames;

/// <summary>One way to get at a frame.</summary>
/// <param name="Time">The time in seconds at which it is looked for.</param>
/// <param name="Back">How many seconds before that to begin decoding.</param>
/// <param name="IsExact">Whether the last frame until that time is taken; otherwise the first that decodes.</param>
/// <param name="KeyFrames">Whether only key frames are decoded.</param>
internal sealed record FrameSeek(decimal Time, decimal Back, bool IsExact, bool KeyFrames)
{
    // Some containers have no index of key frames: a seek ends before the time, but behind its key frame.
    private static readonly decimal[] Backs = [0, 2.5m, 12];

    // Where the video ends earlier than the object says.
    private static readonly decimal[] Steps = [1, 5, 30];

    /// <summary>The way to a picture that has no time.</summary>
    public static IReadOnlyList<FrameSeek> Still { get; } = [new(0, 0, IsExact: false, KeyFrames: false)];

    /// <summary>Where decoding begins, in seconds.</summary>
    public decimal From => Math.Max(0, Time - Back);

    /// <summary>Whether it takes an earlier frame because nothing was shown at the wanted time.</summary>
    public bool IsStepBack { get; private init; }

    /// <summary>The ways to try, until one gives a frame that is not behind the wanted time.</summary>
    /// <param name="time">The wanted time, in seconds.</param>
    /// <param name="keyFrames">Whether key frames are wanted.</param>
    public static IEnumerable<FrameSeek> Plan(decimal time, bool keyFrames) =>
    [
        .. Backs.Select(back => new FrameSeek(time, back, !keyFrames || back > 0, keyFrames)),
        .. keyFrames ? [new FrameSeek(time, 0, IsExact: true, KeyFrames: false)] : Array.Empty<FrameSeek>(),
        .. Steps.Prepend(0).Append(time).Where(step => step <= time)
            .Select(step => new FrameSeek(time - step, 0, IsExact: false, KeyFrames: false) { IsStepBack = true }),
    ];
}
