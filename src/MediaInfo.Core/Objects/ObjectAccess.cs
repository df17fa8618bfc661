using MediaInfo.Core.Accounts;

namespace MediaInfo.Core.Objects;

/// <summary>Decides which buckets each account may use, and which locations are served. Makes no storage requests.</summary>
public sealed class ObjectAccess(ObjectOptions options, AccountOptions accounts, IReservedNames reserved)
{
    private readonly NameOwners _owners = accounts.BucketOwners();

    /// <summary>Whether the location belongs to this service.</summary>
    public bool ServesLocation(string location) => options.Locations.Contains(location, StringComparer.Ordinal);

    /// <summary>Whether the account may read objects in the bucket.</summary>
    public bool MayRead(string account, string bucket) => GrantOf(account, bucket) is not null;

    /// <summary>Whether the account's result files may be written to the bucket.</summary>
    public bool MayWrite(string account, string bucket) => GrantOf(account, bucket) is { Access: BucketAccess.ReadWrite };

    /// <summary>Why the account's files may not be written to an object; null if the settings allow it.</summary>
    public ObjectWriteStatus? RefusalOf(string account, ObjectRef target) =>
        !MayWrite(account, target.Bucket) ? ObjectWriteStatus.Denied
        : !ObjectRef.CanBeListed(target.Key) ? ObjectWriteStatus.NotFound
        : null;

    private NameGrant? GrantOf(string account, string bucket) =>
        !reserved.IsReservedBucket(bucket)
        && !OwnBucket.Is(bucket)
        && (options.Buckets.Count == 0 || options.Buckets.Contains(bucket, StringComparer.Ordinal))
            ? _owners.GrantOf(account, bucket)
            : null;
}
