using MediaInfo.Api.Alibaba.Ims.Actions;
using MediaInfo.Api.Alibaba.Ims.Library.Wire;
using MediaInfo.Api.Alibaba.Rpc;

namespace MediaInfo.Api.Alibaba.Ims.Library.Actions;

/// <summary>GetMediaInfo: one asset with its file and streams.</summary>
/// <remarks>
/// Source: "GetMediaInfo" of Intelligent Media Services. ReturnDetailedInfo is validated but has no effect: it selects the form
/// of tag analysis results, and this service has none.
/// </remarks>
/// <parameter name="ReturnDetailedInfo" otherwise="nothing changes" example='{"AiRoughData.StandardSmartTagJob":true}'>
/// A JSON object. It changes nothing.
/// </parameter>
public sealed class GetMediaInfo(NamedAsset assets, FileInfoMapper files) : ImsAction
{
    /// <inheritdoc />
    public override bool ChangesState => false;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var parameters = new LibraryParameters(call.Parameters);
        var options = LinkOptions.Read(parameters, call);
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
            FileInfoList = await files.MapAsync(asset, options, cancellationToken),
        });
        return RpcAnswer.Ok(body, LibraryJson.Wire.GetMediaInfoResponse);
    }
}
