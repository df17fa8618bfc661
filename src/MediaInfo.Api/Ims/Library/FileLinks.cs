using MediaInfo.Core.Library;

namespace MediaInfo.Api.Ims.Library;

/// <summary>The addresses by which callers get at files.</summary>
public sealed class FileLinks(IObjectLinks links)
{
    /// <summary>
    /// An address of the content delivery network where it is wished and the account has one; else a signed address that reads the
    /// object for a while; null where this service cannot sign.
    /// </summary>
    public async Task<string?> OfAsync(Asset asset, LinkWish wish, CancellationToken cancellationToken)
    {
        if (wish.CdnDomain is { } domain)
        {
            var key = string.Join('/', asset.Source.Key.Split('/').Select(Uri.EscapeDataString));
            return $"https://{domain.Replace("{bucket}", asset.Source.Bucket, StringComparison.Ordinal)}/{key}";
        }

        return (await links.SignAsync(asset.Source, wish.Lifetime, cancellationToken))?.AbsoluteUri;
    }
}
