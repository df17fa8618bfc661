using System.Globalization;
using MediaInfo.Core.Objects;

namespace MediaInfo.LocalStorage.Objects;

/// <summary>Creates signed URLs that this service itself serves.</summary>
public sealed class LocalObjectLinks(
    ObjectLinkSigner signer, MediaFolder media, LocalStorageOptions options, IServiceAddress address, TimeProvider time)
    : IObjectLinks
{
    /// <summary>The first segment of the URLs' path.</summary>
    public const string PathSegment = "objects";

    /// <summary>The parameter with the expiry, in seconds since 1970, UTC.</summary>
    public const string ExpiryParameter = "expires";

    /// <summary>The parameter with the signature.</summary>
    public const string SignatureParameter = "signature";

    /// <inheritdoc />
    public Task<Uri?> SignAsync(ObjectRef source, TimeSpan lifetime, CancellationToken cancellationToken) => Task.FromResult(
        media.Locate(source) is not null && (options.PublicAddress ?? address.Current) is { } root
            ? Sign(root, source, lifetime)
            : null);

    private Uri Sign(Uri root, ObjectRef source, TimeSpan lifetime)
    {
        var expires = time.GetUtcNow() + lifetime;
        var path = $"{root.AbsoluteUri.TrimEnd('/')}/{PathSegment}/{source.Bucket}/{WebAddress.Encode(source.Key)}";
        var seconds = expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new Uri($"{path}?{ExpiryParameter}={seconds}&{SignatureParameter}={signer.Sign(source, expires)}");
    }
}
