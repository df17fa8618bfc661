namespace MediaInfo.Core.Media;

/// <summary>Content light levels (CTA-861.3).</summary>
/// <param name="MaxContent">Maximum content light level in cd/m2 (MaxCLL).</param>
/// <param name="MaxAverage">Maximum frame-average light level in cd/m2 (MaxFALL).</param>
public sealed record ContentLight(int? MaxContent, int? MaxAverage);
