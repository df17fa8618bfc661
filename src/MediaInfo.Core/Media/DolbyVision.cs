namespace MediaInfo.Core.Media;

/// <summary>A Dolby Vision configuration record.</summary>
/// <param name="Profile">dv_profile, such as 5 or 8.</param>
/// <param name="Level">dv_level, such as 6.</param>
public sealed record DolbyVision(int? Profile, int? Level);
