namespace MediaInfo.Core.Objects;

/// <summary>Decides which buckets and locations may be analysed.</summary>
public sealed class ObjectAccess(ObjectOptions options)
{
    /// <summary>This service's own containers begin so; no job reads them.</summary>
    public const string OwnContainerPrefix = "mediainfo-";

    // The Functions host keeps its keys and locks in such containers.
    private const string HostContainerPrefix = "azure-webjobs-";

    /// <summary>Whether the location is one of this service's own.</summary>
    public bool ServesLocation(string location) => options.Locations.Contains(location, StringComparer.Ordinal);

    /// <summary>Whether objects of the bucket may be read.</summary>
    public bool MayRead(string bucket) =>
        !bucket.StartsWith(OwnContainerPrefix, StringComparison.Ordinal)
        && !bucket.StartsWith('$')
        && (options.Buckets.Count == 0 || options.Buckets.Contains(bucket, StringComparer.Ordinal));

    /// <summary>Whether result files may be written to the bucket: those that may be read, but never the host's own.</summary>
    public bool MayWrite(string bucket) => MayRead(bucket) && !bucket.StartsWith(HostContainerPrefix, StringComparison.Ordinal);
}
