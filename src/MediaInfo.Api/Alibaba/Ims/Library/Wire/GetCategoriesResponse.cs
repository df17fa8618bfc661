namespace MediaInfo.Api.Alibaba.Ims.Library.Wire;

/// <summary>The response of GetCategories.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="SubTotal">How many categories are directly below, on all pages; a number.</param>
/// <param name="Category">The requested category; null for the first level.</param>
/// <param name="SubCategories">A page of the categories directly below it.</param>
public sealed record GetCategoriesResponse(
    string RequestId, long SubTotal, CategoryInfo? Category, SubCategoryList SubCategories);
