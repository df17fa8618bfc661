using MediaInfo.Core.Library;
using MediaInfo.Core.Objects;

namespace MediaInfo.Api.Alibaba.Ims.Library;

/// <summary>The addresses through which callers can read files.</summary>
public sealed class FileLinks(IObjectLinks links, ObjectAccess access)
{
    /// <summary>
    /// A CDN address if the caller wants one and the account has a CDN; else a signed URL that is valid for a while; null if this
    /// service cannot sign or the account may no longer read the bucket.
    /// </summary>
    public async Task<string?> OfAsync(Asset asset, LinkOptions options, CancellationToken cancellationToken)
    {
        if (!access.MayRead(asset.Key.Account, asset.Source.Bucket))
        {
            return null;
        }

        if (options.CdnDomain is { } domain)
        {
            var key = string.Join('/', asset.Source.Key.Split('/').Select(Uri.EscapeDataString));
            return $"https://{domain.Replace("{bucket}", asset.Source.Bucket, StringComparison.Ordinal)}/{key}";
        }

        return (await links.SignAsync(asset.Source, options.Lifetime, cancellationToken))?.AbsoluteUri;
    }
}
