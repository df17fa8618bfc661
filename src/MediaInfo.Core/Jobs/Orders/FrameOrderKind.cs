namespace MediaInfo.Core.Jobs.Orders;

/// <summary>What an order makes of the frames that it takes.</summary>
public enum FrameOrderKind
{
    /// <summary>One picture for each frame.</summary>
    Snapshots,

    /// <summary>Pictures that each hold a grid of frames.</summary>
    Sprite,

    /// <summary>A WebVTT file that names a picture, or a part of one, for each stretch of time (W3C WebVTT).</summary>
    WebVtt,

    /// <summary>One picture that stands for the whole object.</summary>
    Cover,
}
