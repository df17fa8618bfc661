using MediaInfo.Api.Alibaba.Ims.Library.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Library.Categories;

namespace MediaInfo.Api.Alibaba.Ims.Library;

/// <summary>Maps categories, and why they did not change, to responses.</summary>
internal static class CategoryMapper
{
    /// <summary>A category.</summary>
    public static CategoryInfo Map(Category category) => new()
    {
        Type = category.Type,
        ParentId = category.ParentId,
        CateName = category.Name,
        CateId = category.Id,
        Level = category.Level,
    };

    /// <summary>The error for a problem with a category.</summary>
    public static RpcError ErrorOf(CategoryProblem problem) => problem switch
    {
        CategoryProblem.OtherType => ImsErrors.Invalid("Type"),
        CategoryProblem.TooDeep => ImsErrors.CategoryTooDeep,
        CategoryProblem.TooMany => ImsErrors.TooManyCategories,
        _ => ImsErrors.UnknownCategory,
    };
}
