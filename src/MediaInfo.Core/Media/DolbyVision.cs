namespace MediaInfo.Core.Media;

/// <summary>
/// A Dolby Vision configuration record. Source: ffprobe's side data;
/// <see href="../report.md#where-the-fields-of-the-description-come-from">what differs</see>.
/// </summary>
/// <remarks>A member is absent if the file does not say.</remarks>
/// <param name="Profile">dv_profile, such as 5 or 8.<example>8</example></param>
/// <param name="Level">dv_level, such as 6.<example>6</example></param>
public sealed record DolbyVision(int? Profile, int? Level);
