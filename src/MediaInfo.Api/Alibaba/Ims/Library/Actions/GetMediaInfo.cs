using MediaInfo.Api.Alibaba.Ims.Actions;
using MediaInfo.Api.Alibaba.Ims.Library.Wire;
using MediaInfo.Api.Alibaba.Rpc;

namespace MediaInfo.Api.Alibaba.Ims.Library.Actions;

/// <summary>GetMediaInfo: one asset with its file and streams.</summary>
/// <remarks>
/// Source: "GetMediaInfo" of Intelligent Media Services. ReturnDetailedInfo selects the form of a tag analysis' results. No asset
/// has any here, so it is validated and changes nothing.
/// </remarks>
/// <parameter name="ReturnDetailedInfo" otherwise="nothing changes" example='{"AiRoughData.StandardSmartTagJob":true}'>
/// A JSON object of true and false. It changes nothing: no asset has tag results.
/// </parameter>
public sealed class GetMediaInfo(NamedAsset assets, MediaEntryMapper mapper) : ImsAction
{
    /// <inheritdoc />
    public override bool ChangesState => false;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var parameters = new LibraryParameters(call.Parameters);
        var options = LinkOptions.Read(parameters, call);
        parameters.JsonObject("ReturnDetailedInfo", member => bool.TryParse(member.ToString(), out _));
        if (parameters.Error is { } wrong)
        {
            return wrong;
        }

        var (asset, error) = await assets.FindAsync(call, cancellationToken);
        if (asset is null)
        {
            return error!;
        }

        var body = new GetMediaInfoResponse(call.RequestId, await mapper.MapAsync(asset, options, cancellationToken));
        return RpcAnswer.Ok(body, LibraryJson.Wire.GetMediaInfoResponse);
    }
}
