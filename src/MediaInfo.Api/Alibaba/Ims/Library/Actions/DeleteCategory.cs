using MediaInfo.Api.Alibaba.Ims.Actions;
using MediaInfo.Api.Alibaba.Ims.Library.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Library.Categories;

namespace MediaInfo.Api.Alibaba.Ims.Library.Actions;

/// <summary>DeleteCategory: deletes a category with all categories below it. Their assets stay, without a category.</summary>
/// <remarks>Source: "DeleteCategory" of Intelligent Media Services. The id is never used again.</remarks>
/// <parameter name="CateId" required="true" example="100000001" type="integer">The category's id.</parameter>
public sealed class DeleteCategory(CategoryDirectory categories) : ImsAction
{
    private const string Id = "CateId";

    /// <inheritdoc />
    public override bool ChangesState => true;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var parameters = new LibraryParameters(call.Parameters);
        var id = parameters.Number(Id, long.MinValue, long.MaxValue);
        parameters.Fail(id is null ? ImsErrors.Missing(Id) : null);
        if (parameters.Error is { } wrong)
        {
            return wrong;
        }

        var (removed, problem) = await categories.ChangeAsync(
            call.Account, call.RequestId, tree => tree.Remove(id!.Value), cancellationToken);
        return removed is null
            ? CategoryMapper.ErrorOf(problem!.Value)
            : RpcAnswer.Ok(new RequestIdResponse(call.RequestId), LibraryJson.Wire.RequestIdResponse);
    }
}
