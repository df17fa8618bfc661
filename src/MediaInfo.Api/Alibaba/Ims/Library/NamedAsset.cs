using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Library;

namespace MediaInfo.Api.Alibaba.Ims.Library;

/// <summary>Finds the asset that a call names by MediaId or else by InputURL.</summary>
/// <parameter name="MediaId" otherwise="InputURL counts" example="88c6ca184c0e47098a5b665e2a126797">The asset's id.</parameter>
/// <parameter name="InputURL" otherwise="refused, if MediaId is absent too" example="oss://example-bucket/demo/sample.mp4">
/// The object's address, if there is no MediaId.
/// </parameter>
public sealed class NamedAsset(AssetCatalog catalog, LibraryUrl urls)
{
    private const string Id = "MediaId";
    private const string Url = "InputURL";

    /// <summary>The asset, or why there is none.</summary>
    public async Task<(Asset? Asset, RpcError? Error)> FindAsync(RpcCall call, CancellationToken cancellationToken)
    {
        if (call.Parameters[Id] is { } id)
        {
            return Found(await catalog.FindAsync(call.Account, id, cancellationToken), Id);
        }

        if (call.Parameters[Url] is not { } url)
        {
            return (null, ImsErrors.Missing(Id));
        }

        var (source, _, error) = urls.Parse(call.Account, Url, url);
        return source is null ? (null, error) : Found(await catalog.FindAsync(call.Account, source, cancellationToken), Url);
    }

    private static (Asset? Asset, RpcError? Error) Found(Asset? asset, string parameter) =>
        (asset, asset is null ? ImsErrors.NotFound(parameter) : null);
}
