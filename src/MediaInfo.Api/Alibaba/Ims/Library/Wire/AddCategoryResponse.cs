namespace MediaInfo.Api.Alibaba.Ims.Library.Wire;

/// <summary>The response of AddCategory.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="Category">The new category.</param>
public sealed record AddCategoryResponse(string RequestId, CategoryInfo Category);
