namespace MediaInfo.Core.Library.Categories;

/// <summary>The categories of an account as read from the store.</summary>
/// <param name="Tree">The categories.</param>
/// <param name="ETag">The ETag of the version that was read; a replacement must match it.</param>
public sealed record StoredCategories(CategoryTree Tree, string ETag);
