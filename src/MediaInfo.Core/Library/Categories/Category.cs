namespace MediaInfo.Core.Library.Categories;

/// <summary>A category of assets.</summary>
/// <param name="Id">The id, unique within the account and never used again.</param>
/// <param name="Name">The name.</param>
/// <param name="ParentId">The parent's id; <see cref="NoParent"/> for a category of the first level.</param>
/// <param name="Type">The type of the tree: "default" or "material".</param>
/// <param name="Level">0 for the first level, 1 for the second, 2 for the third.</param>
public sealed record Category(long Id, string Name, long ParentId, string Type, int Level)
{
    /// <summary>The parent of the categories of the first level.</summary>
    public const long NoParent = -1;
}
