namespace MediaInfo.Api.Alibaba.Ims.Library.Wire;

/// <summary>The categories of a page. Source: "GetCategories", response elements.</summary>
/// <param name="Category">The categories, in the order that was requested.</param>
public sealed record SubCategoryList(IReadOnlyList<SubCategoryInfo> Category);
