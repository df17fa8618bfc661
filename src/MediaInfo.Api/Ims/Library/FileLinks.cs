using MediaInfo.Core.Library;
using MediaInfo.Core.Objects;

namespace MediaInfo.Api.Ims.Library;

/// <summary>The addresses by which callers get at files.</summary>
public sealed class FileLinks(IObjectLinks links, ObjectAccess access)
{
    /// <summary>
    /// An address of the content delivery network where it is wished and the account has one; else a signed address that reads the
    /// object for a while; null where this service cannot sign, and where the bucket is no longer the account's.
    /// </summary>
    public async Task<string?> OfAsync(Asset asset, LinkWish wish, CancellationToken cancellationToken)
    {
        if (!access.MayRead(asset.Key.Account, asset.Source.Bucket))
        {
            return null;
        }

        if (wish.CdnDomain is { } domain)
        {
            var key = string.Join('/', asset.Source.Key.Split('/').Select(Uri.EscapeDataString));
            return $"https://{domain.Replace("{bucket}", asset.Source.Bucket, StringComparison.Ordinal)}/{key}";
        }

        return (await links.SignAsync(asset.Source, wish.Lifetime, cancellationToken))?.AbsoluteUri;
    }
}
