using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Library;

/// <summary>Where the objects of media assets lie.</summary>
public interface IAssetObjects
{
    /// <summary>The object of an account's asset; null when the account has no such asset.</summary>
    Task<ObjectRef?> FindAsync(string account, string mediaId, CancellationToken cancellationToken);
}
