using MediaInfo.Core.Objects;

namespace MediaInfo.AzureStorage.Objects;

/// <summary>The blob endpoints of the accounts: that of the media, and the service's own.</summary>
public sealed class BlobOrigins(StorageClients clients) : IObjectOrigins
{
    /// <inheritdoc />
    public IEnumerable<Uri> Current() => [clients.Media.Uri, clients.Blobs.Uri];
}
