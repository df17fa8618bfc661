using MediaInfo.Api.Ims.Actions;
using MediaInfo.Api.Ims.Library.Wire;
using MediaInfo.Api.Rpc;

namespace MediaInfo.Api.Ims.Library.Actions;

/// <summary>GetMediaInfo: one asset with its file and streams.</summary>
/// <remarks>
/// Source: "GetMediaInfo" of Intelligent Media Services. ReturnDetailedInfo is checked and changes nothing: it chooses the form of
/// results of tag analyses, and this service makes none.
/// </remarks>
public sealed class GetMediaInfo(NamedAsset assets, FileInfoMapper files) : ImsAction
{
    /// <inheritdoc />
    public override bool ChangesState => false;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var parameters = new LibraryParameters(call.Parameters);
        var wish = LinkWish.Read(parameters, call);
        parameters.JsonObject("ReturnDetailedInfo");
        if (parameters.Error is { } wrong)
        {
            return wrong;
        }

        var (asset, error) = await assets.FindAsync(call, cancellationToken);
        if (asset is null)
        {
            return error!;
        }

        var body = new GetMediaInfoResponse(call.RequestId, new MediaEntry
        {
            MediaId = asset.Key.Id,
            MediaBasicInfo = MediaBasicInfoMapper.Map(asset),
            FileInfoList = await files.MapAsync(asset, wish, cancellationToken),
        });
        return RpcAnswer.Ok(body, LibraryJson.Wire.GetMediaInfoResponse);
    }
}
