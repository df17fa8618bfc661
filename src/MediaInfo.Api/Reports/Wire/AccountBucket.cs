namespace MediaInfo.Api.Reports.Wire;

/// <summary>A bucket that an account may use. Source: our own.</summary>
/// <param name="Name">The bucket, or a pattern of the settings, in which * stands for any run of characters.</param>
/// <param name="Write">Whether results and uploads may be written to it.</param>
public sealed record AccountBucket(string Name, bool Write);
