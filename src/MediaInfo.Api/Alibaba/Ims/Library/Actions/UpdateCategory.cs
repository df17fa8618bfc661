using MediaInfo.Api.Alibaba.Ims.Actions;
using MediaInfo.Api.Alibaba.Ims.Library.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Library.Categories;

namespace MediaInfo.Api.Alibaba.Ims.Library.Actions;

/// <summary>UpdateCategory: renames a category. The assets in it show the new name at once.</summary>
/// <remarks>Source: "UpdateCategory" of Intelligent Media Services.</remarks>
/// <parameter name="CateId" required="true" example="100000001" type="integer">The category's id.</parameter>
/// <parameter name="CateName" required="true" example="trailers" maxbytes="64">The new name, up to 64 bytes.</parameter>
public sealed class UpdateCategory(CategoryDirectory categories) : ImsAction
{
    private const string Id = "CateId";
    private const string NewName = "CateName";

    /// <inheritdoc />
    public override bool ChangesState => true;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var parameters = new LibraryParameters(call.Parameters);
        var id = parameters.Number(Id, long.MinValue, long.MaxValue);
        var name = parameters.Text(NewName, LibraryRules.MaxCategoryBytes);
        parameters.Fail(id is null ? ImsErrors.Missing(Id) : name is null ? ImsErrors.Missing(NewName) : null);
        if (parameters.Error is { } wrong)
        {
            return wrong;
        }

        var (renamed, problem) = await categories.ChangeAsync(
            call.Account, call.RequestId, tree => tree.Rename(id!.Value, name!), cancellationToken);
        return renamed is null
            ? CategoryMapper.ErrorOf(problem!.Value)
            : RpcAnswer.Ok(new RequestIdResponse(call.RequestId), LibraryJson.Wire.RequestIdResponse);
    }
}
