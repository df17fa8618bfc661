using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Jobs.Orders;

/// <summary>Which frames of an object's video to take, and what to make of them.</summary>
/// <param name="Kind">What to make of them.</param>
public sealed record FrameOrder(FrameOrderKind Kind)
{
    /// <summary>The time of the first frame, from the beginning of the object.</summary>
    public TimeSpan Start { get; init; }

    /// <summary>The time from one frame to the next; null spreads <see cref="Count"/> frames evenly from the start.</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>How many frames to take at most; null takes one for each interval until the end.</summary>
    public int? Count { get; init; }

    /// <summary>Whether to take key frames, which read and decode least, instead of the exact ones.</summary>
    public bool KeyFrames { get; init; } = true;

    /// <summary>The width of a picture in pixels; null follows from the height, or from the frame.</summary>
    public int? Width { get; init; }

    /// <summary>The height of a picture in pixels; null follows from the width, or from the frame.</summary>
    public int? Height { get; init; }

    /// <summary>
    /// The share of black pixels, in percent, from which a frame is black and a later one within five seconds is taken; null
    /// takes every frame.
    /// </summary>
    public int? BlackLevel { get; init; }

    /// <summary>The luma, 0 to 255, up to which a pixel is black.</summary>
    public int PixelBlackThreshold { get; init; } = 30;

    /// <summary>The grid of a sprite, or of the pictures that a WebVTT file names; null for one picture for each frame.</summary>
    public SpriteLayout? Sprite { get; init; }

    /// <summary>The format of the pictures.</summary>
    public PictureFormat Format { get; init; }

    /// <summary>
    /// Where the pictures are written; <c>{Count}</c> or <c>{TileCount}</c> in its key stands for a picture's number. Null for
    /// the service's own bucket.
    /// </summary>
    public ObjectRef? Output { get; init; }

    /// <summary>Where the WebVTT file is written; null for the service's own bucket, or if there is none.</summary>
    public ObjectRef? VttOutput { get; init; }
}
