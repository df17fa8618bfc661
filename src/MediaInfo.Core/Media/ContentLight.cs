namespace MediaInfo.Core.Media;

/// <summary>
/// Content light levels (CTA-861.3). Source: ffprobe's side data;
/// <see href="../report.md#where-the-fields-of-the-description-come-from">what differs</see>.
/// </summary>
/// <remarks>A member is absent if the file does not say.</remarks>
/// <param name="MaxContent">Maximum content light level in cd/m2 (MaxCLL).<example>1000</example></param>
/// <param name="MaxAverage">Maximum frame-average light level in cd/m2 (MaxFALL).<example>400</example></param>
public sealed record ContentLight(int? MaxContent, int? MaxAverage);
