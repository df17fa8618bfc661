using System.Text.Json.Serialization;
using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Frames;

/// <summary>What was made for one order.</summary>
/// <param name="Kind">What the order asked for.</param>
/// <param name="Pictures">The pictures, in order of time.</param>
public sealed record FrameSet(FrameOrderKind Kind, IReadOnlyList<Picture> Pictures)
{
    /// <summary>How many frames are in the pictures.</summary>
    [JsonIgnore]
    public int Frames => Pictures.Sum(picture => picture.Times.Count);

    /// <summary>The WebVTT file; null if the order asked for none.</summary>
    public ObjectRef? Vtt { get; init; }
}
