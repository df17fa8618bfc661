namespace MediaInfo.Core.Accounts;

/// <summary>Grants an account access to buckets.</summary>
public sealed record BucketGrant
{
    /// <summary>
    /// A bucket that the account may use, or a pattern such as <c>media-*</c>: 1 to 63 lower-case
    /// letters, digits, '-' or '*'. With two accounts or more, each needs at least
    /// one; a lone account without any may use every bucket.
    /// </summary>
    public string Name { get; init; } = "";

    /// <summary>
    /// <c>Read</c>: its objects may be analysed, registered and read by signed addresses. <c>ReadWrite</c>: result files may
    /// be written to it too. A lone account without <c>Buckets</c> has ReadWrite.
    /// </summary>
    public BucketAccess Access { get; init; }

    internal IEnumerable<string> Problems(string path)
    {
        if (!NamePattern.IsPattern(Name))
        {
            yield return $"{path}:Name must be {NamePattern.Rule}";
        }

        if (!Enum.IsDefined(Access))
        {
            yield return $"{path}:Access must be {nameof(BucketAccess.Read)} or {nameof(BucketAccess.ReadWrite)}";
        }
    }
}
