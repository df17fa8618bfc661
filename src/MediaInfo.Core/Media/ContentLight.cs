namespace MediaInfo.Core.Media;

/// <summary>Content light levels (CTA-861.3).</summary>
/// <param name="MaxContent">Brightest sample of the whole, cd/m2 (MaxCLL).</param>
/// <param name="MaxAverage">Highest average of a frame, cd/m2 (MaxFALL).</param>
public sealed record ContentLight(int? MaxContent, int? MaxAverage);
