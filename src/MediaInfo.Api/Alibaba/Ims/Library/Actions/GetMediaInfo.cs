using System.Text.Json;
using MediaInfo.Api.Alibaba.Ims.Actions;
using MediaInfo.Api.Alibaba.Ims.Library.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Api.Gateway;

namespace MediaInfo.Api.Alibaba.Ims.Library.Actions;

/// <summary>GetMediaInfo: one asset with its file and streams.</summary>
/// <remarks>
/// Source: "GetMediaInfo" of Intelligent Media Services.
/// </remarks>
/// <parameter name="ReturnDetailedInfo" otherwise="the address of a file" example='{"AiRoughData.StandardSmartTagJob":true}'
/// json="object">
/// A JSON object of true and false. The member AiRoughData.StandardSmartTagJob says whether the tag job has its Results, or
/// their ResultUrl.
/// </parameter>
public sealed class GetMediaInfo(NamedAsset assets, MediaEntryMapper mapper) : ImsAction
{
    private const string Detailed = "ReturnDetailedInfo";
    private const string Tags = "AiRoughData.StandardSmartTagJob";

    /// <inheritdoc />
    public override bool ChangesState => false;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var parameters = new LibraryParameters(call.Parameters);
        var options = LinkOptions.Read(parameters, call);
        parameters.JsonObject(Detailed, member => bool.TryParse(member.ToString(), out _));
        if (parameters.Error is { } wrong)
        {
            return wrong;
        }

        var (asset, error) = await assets.FindAsync(call, cancellationToken);
        if (asset is null)
        {
            return error!;
        }

        var entry = await mapper.MapAsync(asset, WantsTags(call.Parameters[Detailed]), options, cancellationToken);
        return RpcAnswer.Ok(new GetMediaInfoResponse(call.RequestId, entry), LibraryJson.Wire.GetMediaInfoResponse);
    }

    private static bool WantsTags(string? detailed) =>
        detailed is not null
        && CallerJson.OrNull<object>(() => JsonElement.Parse(detailed).TryGetProperty(Tags, out var wish)
            && bool.TryParse(wish.ToString(), out var isWanted)
            && isWanted) is true;
}
