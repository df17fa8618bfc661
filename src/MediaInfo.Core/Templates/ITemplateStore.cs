namespace MediaInfo.Core.Templates;

/// <summary>Stores the templates of accounts. Every write is conditional on the version that was read.</summary>
public interface ITemplateStore
{
    /// <summary>The account's templates; null if it never had any.</summary>
    Task<StoredTemplates?> FindAsync(string account, CancellationToken cancellationToken);

    /// <summary>Replaces the version that was read, or stores the first one if that is null.</summary>
    /// <returns>False if another writer interfered.</returns>
    Task<bool> WriteAsync(string account, TemplateBook book, StoredTemplates? over, CancellationToken cancellationToken);
}
