namespace MediaInfo.Core.Library.Categories;

/// <summary>The outcome of a change: the changed category, or why there is none.</summary>
/// <param name="Category">The category as added, renamed or removed; null if nothing changed.</param>
/// <param name="Problem">Why nothing changed; null if something did.</param>
public sealed record CategoryOutcome(Category? Category, CategoryProblem? Problem)
{
    /// <summary>Nothing changed.</summary>
    public static CategoryOutcome Of(CategoryProblem problem) => new(Category: null, problem);

    /// <summary>The category changed.</summary>
    public static CategoryOutcome Of(Category category) => new(category, Problem: null);
}
