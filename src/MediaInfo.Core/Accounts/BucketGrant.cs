namespace MediaInfo.Core.Accounts;

/// <summary>Grants an account access to buckets.</summary>
public sealed record BucketGrant
{
    /// <summary>A bucket name, or a pattern such as "media-*"; "*" matches any run of characters.</summary>
    public string Name { get; init; } = "";

    /// <summary>What the account may do with the buckets.</summary>
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
