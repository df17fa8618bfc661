using MediaInfo.Api.Alibaba.Ims.Actions;
using MediaInfo.Api.Alibaba.Ims.Library.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Library;

namespace MediaInfo.Api.Alibaba.Ims.Library.Actions;

/// <summary>BatchGetMediaInfos: up to twenty assets by id, in the order of the ids.</summary>
/// <remarks>
/// Source: "BatchGetMediaInfos" of Intelligent Media Services. DynamicMetaData may be requested; no asset has any here.
/// </remarks>
/// <parameter name="MediaIds" required="true" example="88c6ca184c0e47098a5b665e2a126797" type="list" items="20">
/// Assets' ids, comma-separated, up to 20.
/// </parameter>
/// <parameter name="AdditionType" otherwise="only the basic information" example="FileInfo" type="list"
/// values="FileInfo,DynamicMetaData">
/// FileInfo adds the files with their streams, DynamicMetaData nothing; comma-separated.
/// </parameter>
public sealed class BatchGetMediaInfos(AssetCatalog catalog, MediaEntryMapper mapper) : ImsAction
{
    private const string Ids = "MediaIds";
    private const string Additions = "AdditionType";
    private const string FileInfo = "FileInfo";
    private static readonly string[] Known = [FileInfo, "DynamicMetaData"];

    /// <inheritdoc />
    public override bool ChangesState => false;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var parameters = new LibraryParameters(call.Parameters);
        var options = LinkOptions.Read(parameters, call);
        var ids = parameters.List(Ids, LibraryRules.MaxIds, int.MaxValue) ?? [];
        var additions = parameters.List(Additions, Known.Length, int.MaxValue) ?? [];
        parameters.Fail(ids.Count == 0 ? ImsErrors.Missing(Ids) : null);
        parameters.Fail(additions.Except(Known, StringComparer.Ordinal).Any() ? ImsErrors.Invalid(Additions) : null);
        if (parameters.Error is { } wrong)
        {
            return wrong;
        }

        var found = (await Task.WhenAll(ids.Select(id => catalog.FindAsync(call.Account, id, cancellationToken))))
            .OfType<Asset>()
            .ToList();
        var withFiles = additions.Contains(FileInfo, StringComparer.Ordinal);
        var infos = await mapper.MapBatchAsync(found, withFiles, options, cancellationToken);
        var ignored = ids.Except(found.Select(asset => asset.Key.Id), StringComparer.Ordinal).ToList();
        return RpcAnswer.Ok(
            new BatchGetMediaInfosResponse(call.RequestId, infos, ignored.Count > 0 ? ignored : null),
            LibraryJson.Wire.BatchGetMediaInfosResponse);
    }
}
