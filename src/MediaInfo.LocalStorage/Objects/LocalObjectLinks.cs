using System.Globalization;
using MediaInfo.Core.Objects;
using MediaInfo.Core.Objects.Uploads;

namespace MediaInfo.LocalStorage.Objects;

/// <summary>Creates signed URLs that this service itself serves, to read objects and to send them.</summary>
public sealed class LocalObjectLinks(
    ObjectLinkSigner signer, MediaFolder media, LocalStorageOptions options, IServiceAddress address, TimeProvider time)
    : IObjectLinks, IObjectUploads, IObjectOrigins
{
    /// <summary>The first segment of the URLs' path.</summary>
    public const string PathSegment = "objects";

    /// <summary>The parameter with the expiry, in seconds since 1970, UTC.</summary>
    public const string ExpiryParameter = "expires";

    /// <summary>The parameter with the signature.</summary>
    public const string SignatureParameter = "signature";

    /// <summary>The parameter with the size of an upload, in bytes.</summary>
    public const string SizeParameter = "size";

    /// <summary>The parameter of an upload that says whether it may replace an object: "true" or "false".</summary>
    public const string OverwriteParameter = "overwrite";

    private static readonly Dictionary<string, string> NoHeaders = [];

    // A visitor may have reached this service by another address than that of its signed URLs.
    private Uri? Root => options.PublicAddress ?? address.Current;

    /// <inheritdoc />
    public IEnumerable<Uri> Current() => Root is { } root ? [root] : [];

    /// <inheritdoc />
    public Task<Uri?> SignAsync(ObjectRef source, TimeSpan lifetime, CancellationToken cancellationToken) => Task.FromResult(
        media.Locate(source) is not null && Root is { } root
            ? Sign(root, source, lifetime)
            : null);

    /// <inheritdoc />
    public bool CanHave(ObjectRef target) => media.Locate(target) is not null;

    /// <inheritdoc />
    public Task<UploadAddress?> SignAsync(ObjectUpload upload, TimeSpan lifetime, CancellationToken cancellationToken) =>
        Task.FromResult(
            CanHave(upload.Target) && Root is { } root
                ? Sign(root, upload, lifetime)
                : null);

    private static string PathOf(Uri root, ObjectRef source) =>
        $"{root.AbsoluteUri.TrimEnd('/')}/{PathSegment}/{source.Bucket}/{WebAddress.Encode(source.Key)}";

    private static string SecondsOf(DateTimeOffset expires) =>
        expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private Uri Sign(Uri root, ObjectRef source, TimeSpan lifetime)
    {
        var expires = time.GetUtcNow() + lifetime;
        return new Uri(
            $"{PathOf(root, source)}?{ExpiryParameter}={SecondsOf(expires)}&{SignatureParameter}={signer.Sign(source, expires)}");
    }

    private UploadAddress Sign(Uri root, ObjectUpload upload, TimeSpan lifetime)
    {
        var expires = time.GetUtcNow() + lifetime;
        var size = upload.Size.ToString(CultureInfo.InvariantCulture);
        var url = new Uri(
            $"{PathOf(root, upload.Target)}?{SizeParameter}={size}&{OverwriteParameter}={(upload.Overwrite ? "true" : "false")}"
            + $"&{ExpiryParameter}={SecondsOf(expires)}&{SignatureParameter}={signer.Sign(upload, expires)}");
        return new UploadAddress(url, NoHeaders, expires);
    }
}
