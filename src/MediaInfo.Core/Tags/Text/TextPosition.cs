namespace MediaInfo.Core.Tags.Text;

/// <summary>A rectangle as the vendor writes it. Source: VideoLabel of "QuerySmarttagJob".</summary>
/// <param name="LeftTop">x and y of its left upper corner.</param>
/// <param name="RightBottom">x and y of its right lower corner.</param>
public sealed record TextPosition(IReadOnlyList<int> LeftTop, IReadOnlyList<int> RightBottom);
