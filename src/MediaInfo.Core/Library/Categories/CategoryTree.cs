using System.Diagnostics.CodeAnalysis;

namespace MediaInfo.Core.Library.Categories;

/// <summary>All categories of an account, one document. Immutable: a change creates a new tree.</summary>
/// <remarks>
/// One document makes ids unique without a counter elsewhere: whoever adds a category replaces the version that it read, which
/// holds the last id. Its size is bounded by <see cref="MaxCategories"/>.
/// </remarks>
public sealed record CategoryTree
{
    /// <summary>The maximum number of levels.</summary>
    public const int MaxLevels = 3;

    /// <summary>The maximum number of categories of one parent, and of the first level of each type.</summary>
    public const int MaxChildren = 100;

    /// <summary>The maximum number of categories per account.</summary>
    public const int MaxCategories = 5000;

    /// <summary>
    /// The first id. Before there were categories, assets kept any number as their category's id: a high first id makes it
    /// unlikely that one of those means a category now.
    /// </summary>
    public const long FirstId = 100_000_001;

    /// <summary>The tree of an account without categories.</summary>
    public static CategoryTree Empty { get; } = new();

    /// <summary>The last id that was given to a category.</summary>
    public long LastId { get; init; } = FirstId - 1;

    /// <summary>
    /// The RequestId of the call that wrote this version: no two calls write the same document. Null if none did.
    /// </summary>
    public string? WrittenBy { get; init; }

    /// <summary>The categories in the order in which they were added, so parents stand before their children.</summary>
    [AllowNull]
    public IReadOnlyList<Category> Categories { get; init => field = value ?? []; } = [];

    /// <summary>The category with the id; null if there is none.</summary>
    public Category? Find(long id) => Categories.FirstOrDefault(category => category.Id == id);

    /// <summary>The children of a category; of the first level those of the type. Oldest first.</summary>
    public IEnumerable<Category> ChildrenOf(long parentId, string type) => Categories.Where(category =>
        category.ParentId == parentId && string.Equals(category.Type, type, StringComparison.Ordinal));

    /// <summary>Adds a category.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="parentId">Its parent's id; <see cref="Category.NoParent"/> for the first level.</param>
    /// <param name="type">Its type; null for the parent's, or the default type.</param>
    public (CategoryTree? Next, CategoryOutcome Outcome) Add(string name, long parentId, string? type)
    {
        var parent = Find(parentId);
        var ownType = type ?? parent?.Type ?? CategoryTypes.Default;
        return ProblemOf(parentId, parent, ownType) is { } problem
            ? (null, CategoryOutcome.Of(problem))
            : Add(new Category(LastId + 1, name, parentId, ownType, parent is null ? 0 : parent.Level + 1));
    }

    /// <summary>Renames a category.</summary>
    public (CategoryTree? Next, CategoryOutcome Outcome) Rename(long id, string name)
    {
        if (Find(id) is not { } old)
        {
            return (null, CategoryOutcome.Of(CategoryProblem.NotFound));
        }

        var renamed = old with { Name = name };
        return (
            this with { Categories = [.. Categories.Select(category => category.Id == id ? renamed : category)] },
            CategoryOutcome.Of(renamed));
    }

    /// <summary>Removes a category with everything below it.</summary>
    public (CategoryTree? Next, CategoryOutcome Outcome) Remove(long id)
    {
        if (Find(id) is not { } removed)
        {
            return (null, CategoryOutcome.Of(CategoryProblem.NotFound));
        }

        var gone = new HashSet<long> { id };
        foreach (var category in Categories.Where(category => gone.Contains(category.ParentId)))
        {
            gone.Add(category.Id);
        }

        var rest = Categories.Where(category => !gone.Contains(category.Id)).ToList();
        return (this with { Categories = rest }, CategoryOutcome.Of(removed));
    }

    private (CategoryTree? Next, CategoryOutcome Outcome) Add(Category category) =>
        (this with { LastId = category.Id, Categories = [.. Categories, category] }, CategoryOutcome.Of(category));

    private CategoryProblem? ProblemOf(long parentId, Category? parent, string type) =>
        parentId != Category.NoParent && parent is null ? CategoryProblem.NotFound
        : parent is not null && !string.Equals(parent.Type, type, StringComparison.Ordinal) ? CategoryProblem.OtherType
        : parent?.Level == MaxLevels - 1 ? CategoryProblem.TooDeep
        : Categories.Count >= MaxCategories || ChildrenOf(parentId, type).Count() >= MaxChildren ? CategoryProblem.TooMany
        : null;
}
