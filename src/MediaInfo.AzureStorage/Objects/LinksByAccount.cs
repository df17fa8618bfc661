using MediaInfo.Core.Objects;

namespace MediaInfo.AzureStorage.Objects;

/// <summary>Creates signed URLs in the account that holds an object: that of the media, or the service's own.</summary>
/// <param name="media">For the callers' buckets.</param>
/// <param name="own">For the files that the service makes by itself.</param>
internal sealed class LinksByAccount(IObjectLinks media, IObjectLinks own) : IObjectLinks
{
    /// <inheritdoc />
    public Task<Uri?> SignAsync(ObjectRef source, TimeSpan lifetime, CancellationToken cancellationToken) =>
        (source.Bucket is OwnBucket.Name ? own : media).SignAsync(source, lifetime, cancellationToken);
}
