namespace MediaInfo.Core.Objects;

/// <summary>
/// The bucket for the files that the service makes by itself: pictures of assets, and results of tag jobs. No account can name
/// it; its files are read by signed addresses.
/// </summary>
public static class OwnBucket
{
    /// <summary>The bucket's name, on every storage.</summary>
    public const string Name = "mediainfo-files";

    /// <summary>Whether a name means it, in whatever case.</summary>
    public static bool Is(string bucket) => string.Equals(bucket, Name, StringComparison.OrdinalIgnoreCase);
}
