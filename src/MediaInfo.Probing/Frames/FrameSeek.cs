namespace MediaInfo.Probing.Frames;

/// <summary>One way to get at a frame.</summary>
/// <param name="Time">The time in seconds at which it is looked for.</param>
/// <param name="From">Where decoding begins, in seconds.</param>
/// <param name="IsExact">Whether the last frame until that time is taken; otherwise the first that decodes.</param>
/// <param name="KeyFrames">Whether only key frames are decoded.</param>
internal sealed record FrameSeek(decimal Time, decimal From, bool IsExact, bool KeyFrames)
{
    // FFmpeg seeks earlier than asked by as much as frames may be reordered (libavformat, dts_heuristic: 3/23 s), and would miss
    // a key frame exactly at the time.
    private const decimal Reordering = 0.2m;

    // Where the video ends earlier than the object says.
    private static readonly decimal[] Steps = [1, 5, 30];

    /// <summary>The way to a picture that has no time.</summary>
    public static FrameSeek Still { get; } = new(0, 0, IsExact: false, KeyFrames: false);

    /// <summary>The ways to a frame, until one gives a frame that is not behind the time.</summary>
    /// <param name="time">The time, in seconds.</param>
    /// <param name="keyFrames">Whether a key frame is wanted.</param>
    /// <param name="backs">How many seconds before it to begin.</param>
    public static IEnumerable<FrameSeek> To(decimal time, bool keyFrames, IEnumerable<decimal> backs) => backs.Select(back =>
        keyFrames && back == 0 && time > 0
            ? new FrameSeek(time, time + Reordering, IsExact: false, KeyFrames: true)
            : new FrameSeek(time, Math.Max(0, time - back), !keyFrames || back > 0, keyFrames));

    /// <summary>Ways to an earlier frame, where nothing is shown at a time.</summary>
    public static IEnumerable<FrameSeek> Before(decimal time) => Steps.Prepend(0).Append(time)
        .Where(step => step <= time)
        .Select(step => new FrameSeek(time - step, time - step, IsExact: false, KeyFrames: false));
}
