using MediaInfo.Api.Alibaba.Ims.Actions;
using MediaInfo.Api.Alibaba.Ims.Library.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Library;
using MediaInfo.Core.Library.Categories;

namespace MediaInfo.Api.Alibaba.Ims.Library.Actions;

/// <summary>UpdateMediaInfo: changes the owner's data of an asset. Absent parameters change nothing.</summary>
/// <remarks>Source: "UpdateMediaInfo" of Intelligent Media Services.</remarks>
/// <parameter name="Title" otherwise="stays as it is" example="Trailer" maxbytes="128">Up to 128 bytes.</parameter>
/// <parameter name="Description" otherwise="stays as it is" example="The second trailer" maxbytes="1024">
/// Up to 1,024 bytes.
/// </parameter>
/// <parameter name="Category" otherwise="stays as it is" example="trailers" maxbytes="64">
/// The category's name, up to 64 bytes.
/// </parameter>
/// <parameter name="MediaTags" otherwise="stays as it is" example="sea,sun" type="list" items="16" maxbytes="32">
/// Up to 16 tags, comma-separated, of 32 bytes each.
/// </parameter>
/// <parameter name="AppendTags" otherwise="false" example="true" type="boolean">
/// true adds the MediaTags to those that are there.
/// </parameter>
/// <parameter name="BusinessType" otherwise="stays as it is" example="opening"
/// values="subtitles,watermark,opening,ending,font,general">
/// subtitles, watermark, opening, ending, font or general. Of text only subtitles and font; font of no other.
/// </parameter>
/// <parameter name="CoverURL" otherwise="stays as it is" example="https://example.com/cover.png" maxbytes="128">
/// The cover's address, up to 128 bytes. The address of an object of the account is returned signed, another one as it is.
/// </parameter>
/// <parameter name="UserData" otherwise="stays as it is" example='{"NotifyAddress":"ice-callback-mine"}' maxbytes="1024"
/// pattern="^[^-]">
/// The owner's own data, up to 1,024 bytes, not beginning with '-'. A NotifyAddress in it gets this asset's events.
/// </parameter>
/// <parameter name="CateId" otherwise="stays as it is" example="100000001" type="integer" min="0">
/// The id of a category of the account.
/// </parameter>
/// <parameter name="ReferenceId" otherwise="stays as it is" example="trailer-0001" pattern="^[A-Za-z0-9_-]{6,64}$"
/// maxlength="64">
/// The owner's own id, unique in the account: 6 to 64 letters, digits, '-' and '_'.
/// </parameter>
public sealed class UpdateMediaInfo(
    NamedAsset assets, AssetEditing editing, CategoryDirectory categories, NotifyAddress notify)
    : ImsAction
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

        if (change.CategoryId is { } category
            && (await categories.ReadAsync(call.Account, cancellationToken)).Find(category) is null)
        {
            return ImsErrors.UnknownCategory;
        }

        var (asset, error) = await assets.FindAsync(call, cancellationToken);
        if (asset is null)
        {
            return error!;
        }

        if (change.BusinessType is { } business && !LibraryRules.AreCompatible(asset.MediaType, business))
        {
            return ImsErrors.Invalid("BusinessType");
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
        UserData = parameters.Text("UserData", LibraryRules.IsUserData),
        ReferenceId = parameters.Text("ReferenceId", LibraryRules.IsReferenceId),
    };
}
