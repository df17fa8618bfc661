namespace MediaInfo.Probing.Frames;

/// <summary>A picture that was made of a frame.</summary>
/// <param name="Content">The file.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Height">Its height in pixels.</param>
/// <param name="Time">The time of the frame, in seconds.</param>
internal sealed record TakenFrame(ReadOnlyMemory<byte> Content, int Width, int Height, decimal Time)
{
    /// <summary>Whether nothing is shown at the time that was wanted any more, and the frame is an earlier one.</summary>
    public bool IsStepBack { get; init; }
}
