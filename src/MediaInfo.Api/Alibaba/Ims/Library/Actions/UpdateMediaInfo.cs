using MediaInfo.Api.Alibaba.Ims.Actions;
using MediaInfo.Api.Alibaba.Ims.Library.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Library;

namespace MediaInfo.Api.Alibaba.Ims.Library.Actions;

/// <summary>UpdateMediaInfo: changes the owner's data of an asset. Absent parameters change nothing.</summary>
/// <remarks>Source: "UpdateMediaInfo" of Intelligent Media Services.</remarks>
public sealed class UpdateMediaInfo(NamedAsset assets, AssetEditing editing, NotifyAddress notify) : ImsAction
{
    /// <inheritdoc />
    public override bool ChangesState => true;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var parameters = new LibraryParameters(call.Parameters);
        var change = Parse(parameters);
        parameters.Fail(notify.Problem(call.Account, change.UserData));
        if (parameters.Error is { } wrong)
        {
            return wrong;
        }

        var (asset, error) = await assets.FindAsync(call, cancellationToken);
        if (asset is null)
        {
            return error!;
        }

        return await editing.ChangeAsync(asset.Key, change, cancellationToken) switch
        {
            AssetUpdateResult.Changed =>
                RpcAnswer.Ok(new MediaIdResponse(call.RequestId, asset.Key.Id), LibraryJson.Wire.MediaIdResponse),
            AssetUpdateResult.ReferenceHeld => ImsErrors.ReferenceIsTaken,
            AssetUpdateResult.TooManyTags => ImsErrors.Invalid("MediaTags"),
            _ => ImsErrors.NotFound("MediaId"),
        };
    }

    private static AssetChange Parse(LibraryParameters parameters) => new()
    {
        Title = parameters.Text("Title", LibraryRules.MaxTitleBytes),
        Description = parameters.Text("Description", LibraryRules.MaxTextBytes),
        Category = parameters.Text("Category", LibraryRules.MaxCategoryBytes),
        CategoryId = parameters.Number("CateId", 0, long.MaxValue),
        BusinessType = parameters.Text("BusinessType", LibraryRules.IsBusinessType),
        Tags = parameters.List("MediaTags", AssetEditing.MaxTags, LibraryRules.MaxTagBytes),
        AppendTags = parameters.Flag("AppendTags"),
        CoverUrl = parameters.Text("CoverURL", LibraryRules.MaxTitleBytes),
        UserData = parameters.Text("UserData", LibraryRules.MaxTextBytes),
        ReferenceId = parameters.Text("ReferenceId", LibraryRules.IsReferenceId),
    };
}
