namespace MediaInfo.Core.Library.Categories;

/// <summary>Stores the categories of accounts. Every write is conditional on the version that was read.</summary>
public interface ICategoryStore
{
    /// <summary>The account's categories; null if it never had any.</summary>
    Task<StoredCategories?> FindAsync(string account, CancellationToken cancellationToken);

    /// <summary>Replaces the version that was read, or stores the first one if that is null.</summary>
    /// <returns>False if another writer interfered.</returns>
    Task<bool> WriteAsync(string account, CategoryTree tree, StoredCategories? over, CancellationToken cancellationToken);
}
