using MediaInfo.Api.Alibaba.Ims.Actions;
using MediaInfo.Api.Alibaba.Ims.Library.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Library;

namespace MediaInfo.Api.Alibaba.Ims.Library.Actions;

/// <summary>DeleteMediaInfos: deletes up to twenty assets by id or else by address. Their objects stay.</summary>
/// <remarks>
/// Source: "DeleteMediaInfos" of Intelligent Media Services. Refuses DeletePhysicalFiles: this service never deletes objects.
/// </remarks>
/// <parameter name="MediaIds" otherwise="InputURLs counts" example="88c6ca184c0e47098a5b665e2a126797" type="list" items="20">
/// Assets' ids, comma-separated, up to 20.
/// </parameter>
/// <parameter name="InputURLs" otherwise="refused, if MediaIds is absent too" example="oss://example-bucket/demo/sample.mp4"
/// type="list" items="20">
/// Objects' addresses, comma-separated, up to 20.
/// </parameter>
/// <parameter name="DeletePhysicalFiles" otherwise="false" example="false" type="boolean">
/// true is refused: this service deletes no objects.
/// </parameter>
public sealed class DeleteMediaInfos(AssetCatalog catalog, AssetDeletion deletion, LibraryUrl urls) : ImsAction
{
    private const string Ids = "MediaIds";
    private const string Urls = "InputURLs";

    private enum Outcome
    {
        Deleted,
        Ignored,
        Forbidden,
    }

    /// <inheritdoc />
    public override bool ChangesState => true;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var parameters = new LibraryParameters(call.Parameters);
        var ids = parameters.List(Ids, LibraryRules.MaxIds, int.MaxValue);
        var named = ids ?? parameters.List(Urls, LibraryRules.MaxIds, int.MaxValue) ?? [];
        parameters.Fail(named.Count == 0 ? ImsErrors.Missing(Ids) : null);
        parameters.Fail(parameters.Flag("DeletePhysicalFiles") ? ImsErrors.ObjectsAreReadOnly : null);
        if (parameters.Error is { } wrong)
        {
            return wrong;
        }

        var outcomes = await Task.WhenAll(named.Select(name => ids is null
            ? DeleteByUrlAsync(call.Account, name, cancellationToken)
            : DeleteAsync(new AssetKey(call.Account, name), cancellationToken)));
        var body = new DeleteMediaInfosResponse(
            call.RequestId, Those(named, outcomes, Outcome.Ignored), Those(named, outcomes, Outcome.Forbidden));
        return RpcAnswer.Ok(body, LibraryJson.Wire.DeleteMediaInfosResponse);
    }

    private static List<string>? Those(IReadOnlyList<string> names, Outcome[] outcomes, Outcome wanted)
    {
        var those = names.Zip(outcomes).Where(pair => pair.Second == wanted).Select(pair => pair.First).ToList();
        return those.Count > 0 ? those : null;
    }

    private async Task<Outcome> DeleteByUrlAsync(string account, string url, CancellationToken cancellationToken)
    {
        var (source, _, error) = urls.Parse(account, Urls, url);
        if (source is null)
        {
            return error == ImsErrors.Forbidden ? Outcome.Forbidden : Outcome.Ignored;
        }

        return await catalog.FindAsync(account, source, cancellationToken) is { } asset
            ? await DeleteAsync(asset.Key, cancellationToken)
            : Outcome.Ignored;
    }

    private async Task<Outcome> DeleteAsync(AssetKey key, CancellationToken cancellationToken) =>
        await deletion.DeleteAsync(key, cancellationToken) ? Outcome.Deleted : Outcome.Ignored;
}
