namespace MediaInfo.Core.Library.Categories;

/// <summary>Why a category was not changed.</summary>
public enum CategoryProblem
{
    /// <summary>There is no such category, or no such parent.</summary>
    NotFound,

    /// <summary>The parent belongs to a tree of another type.</summary>
    OtherType,

    /// <summary>The parent is already of the last level.</summary>
    TooDeep,

    /// <summary>The parent, or the account, has as many categories as it may have.</summary>
    TooMany,
}
