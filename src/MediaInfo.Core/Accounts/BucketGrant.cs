namespace MediaInfo.Core.Accounts;

/// <summary>Buckets that an account may use.</summary>
public sealed record BucketGrant
{
    /// <summary>A bucket's name, or a pattern such as "media-*"; "*" stands for any run of characters.</summary>
    public string Name { get; init; } = "";

    /// <summary>What the account may do with them.</summary>
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
