namespace MediaInfo.Core.Tags.External;

/// <summary>A frame that the recogniser can fetch.</summary>
/// <param name="Time">Its time, in seconds from the object's beginning.</param>
/// <param name="Width">The picture's width in pixels.</param>
/// <param name="Height">The picture's height in pixels.</param>
/// <param name="Url">The signed address of the picture, a JPEG.</param>
public sealed record FrameLink(double Time, int Width, int Height, string Url);
