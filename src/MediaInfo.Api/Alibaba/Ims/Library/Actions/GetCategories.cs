using MediaInfo.Api.Alibaba.Ims.Actions;
using MediaInfo.Api.Alibaba.Ims.Library.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Library.Categories;

namespace MediaInfo.Api.Alibaba.Ims.Library.Actions;

/// <summary>GetCategories: a category and those directly below it, page by page.</summary>
/// <remarks>Source: "GetCategories" of Intelligent Media Services.</remarks>
/// <parameter name="CateId" otherwise="the first level" example="100000001" type="integer">
/// The category's id. A number below 1 means the first level.
/// </parameter>
/// <parameter name="Type" otherwise="default; with CateId the category's own" example="material" values="default,material">
/// default or material: the first level of that type. A category of another type is not found.
/// </parameter>
/// <parameter name="PageNo" otherwise="1" example="2" type="integer" min="1" max="2147483647">The page, from 1.</parameter>
/// <parameter name="PageSize" otherwise="10" example="50" type="integer" min="1" max="100">
/// Categories per page, 1 to 100.
/// </parameter>
/// <parameter name="SortBy" otherwise="CreationTime:Desc" example="CreationTime:Asc"
/// values="CreationTime:Desc,CreationTime:Asc">
/// CreationTime:Desc or CreationTime:Asc.
/// </parameter>
public sealed class GetCategories(CategoryDirectory categories) : ImsAction
{
    private const int DefaultPageSize = 10;
    private const int MaxPageSize = 100;
    private const string NewestFirst = "CreationTime:Desc";
    private const string OldestFirst = "CreationTime:Asc";

    /// <inheritdoc />
    public override bool ChangesState => false;

    /// <inheritdoc />
    public override async Task<RpcAnswer> InvokeAsync(RpcCall call, CancellationToken cancellationToken)
    {
        var parameters = new LibraryParameters(call.Parameters);
        var id = parameters.Number("CateId", long.MinValue, long.MaxValue) is > 0 and { } given ? given : Category.NoParent;
        var type = parameters.Text("Type", CategoryTypes.Has);
        var page = parameters.Number("PageNo", 1, int.MaxValue) ?? 1;
        var size = parameters.Number("PageSize", 1, MaxPageSize) ?? DefaultPageSize;
        var isAscending = parameters.Text("SortBy", order => order is NewestFirst or OldestFirst) is OldestFirst;
        if (parameters.Error is { } wrong)
        {
            return wrong;
        }

        var tree = await categories.ReadAsync(call.Account, cancellationToken);
        var parent = tree.Find(id);
        if (parent is null && id != Category.NoParent)
        {
            return ImsErrors.UnknownCategory;
        }

        type ??= parent?.Type ?? CategoryTypes.Default;
        if (parent is not null && !string.Equals(parent.Type, type, StringComparison.Ordinal))
        {
            return ImsErrors.UnknownCategory;
        }

        var children = tree.ChildrenOf(id, type).ToList();
        var shown = (isAscending ? children : children.AsEnumerable().Reverse())
            .Skip((int)Math.Min((page - 1) * size, int.MaxValue))
            .Take((int)size)
            .Select(child => new SubCategoryInfo(CategoryMapper.Map(child), tree.ChildrenOf(child.Id, type).Count()));
        var body = new GetCategoriesResponse(
            call.RequestId,
            children.Count,
            parent is null ? null : CategoryMapper.Map(parent),
            new SubCategoryList([.. shown]));
        return RpcAnswer.Ok(body, LibraryJson.Wire.GetCategoriesResponse);
    }
}
