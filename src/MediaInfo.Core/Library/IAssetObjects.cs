using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Library;

/// <summary>Locates the objects of assets.</summary>
public interface IAssetObjects
{
    /// <summary>The object of an account's asset; null if the account has no such asset.</summary>
    Task<ObjectRef?> FindAsync(string account, string mediaId, CancellationToken cancellationToken);
}
