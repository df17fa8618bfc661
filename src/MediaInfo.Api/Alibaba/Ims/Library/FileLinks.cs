using MediaInfo.Core.Library;
using MediaInfo.Core.Objects;

namespace MediaInfo.Api.Alibaba.Ims.Library;

/// <summary>The addresses through which callers can read files.</summary>
public sealed class FileLinks(IObjectLinks links, ObjectAccess access, OssUrl urls)
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

        return await SignAsync(asset.Source, options, cancellationToken);
    }

    /// <summary>
    /// The address of the owner's cover: a signed URL if it names an object that the account may read and this service can sign
    /// it; else as the owner gave it. Null for none.
    /// </summary>
    public async Task<string?> OfCoverAsync(Asset asset, LinkOptions options, CancellationToken cancellationToken) =>
        asset.CoverUrl is { } cover
        && urls.Read(cover) is { Source: var picture }
        && access.MayRead(asset.Key.Account, picture.Bucket)
        && await SignAsync(picture, options, cancellationToken) is { } signed
            ? signed
            : asset.CoverUrl;

    /// <summary>A signed URL of an object that this service made; null if it cannot sign.</summary>
    public async Task<string?> SignAsync(ObjectRef source, LinkOptions options, CancellationToken cancellationToken) =>
        (await links.SignAsync(source, options.Lifetime, cancellationToken))?.AbsoluteUri;
}
