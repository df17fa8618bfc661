using MediaInfo.Api.Alibaba.Ims.Actions;
using MediaInfo.Api.Alibaba.Ims.Library.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Library.Categories;

namespace MediaInfo.Api.Alibaba.Ims.Library.Actions;

/// <summary>AddCategory: adds a category below another one, or to the first of three levels.</summary>
/// <remarks>Source: "AddCategory" of Intelligent Media Services. Names need not differ.</remarks>
/// <parameter name="CateName" required="true" example="trailers" maxbytes="64">The name, up to 64 bytes.</parameter>
/// <parameter name="ParentId" otherwise="the first level" example="100000001" type="integer">
/// The parent's id. A number below 1 means the first level.
/// </parameter>
/// <parameter name="Type" otherwise="the parent's type; default in the first level" example="default"
/// values="default,material">
/// default or material. It must be the parent's type.
/// </parameter>
public sealed class AddCategory(CategoryDirectory categories) : ImsAction
{
    private const string NameParameter = "CateName";

    /// <inheritdoc />
    public override bool ChangesState => true;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var parameters = new LibraryParameters(call.Parameters);
        var name = parameters.Text(NameParameter, LibraryRules.MaxCategoryBytes);
        var parent = parameters.Number("ParentId", long.MinValue, long.MaxValue) is > 0 and { } id ? id : Category.NoParent;
        var type = parameters.Text("Type", CategoryTypes.Has);
        if (parameters.Error is { } wrong)
        {
            return wrong;
        }

        if (name is null)
        {
            return ImsErrors.Missing(NameParameter);
        }

        var (added, problem) = await categories.ChangeAsync(
            call.Account, call.RequestId, tree => tree.Add(name, parent, type), cancellationToken);
        return added is null
            ? CategoryMapper.ErrorOf(problem!.Value)
            : RpcAnswer.Ok(
                new AddCategoryResponse(call.RequestId, CategoryMapper.Map(added)), LibraryJson.Wire.AddCategoryResponse);
    }
}
