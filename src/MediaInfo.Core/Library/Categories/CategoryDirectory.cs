namespace MediaInfo.Core.Library.Categories;

/// <summary>Reads and changes the categories of accounts.</summary>
public sealed class CategoryDirectory(ICategoryStore store)
{
    /// <summary>The account's categories.</summary>
    /// <exception cref="IOException">Storage is unavailable.</exception>
    public async Task<CategoryTree> ReadAsync(string account, CancellationToken cancellationToken) =>
        (await store.FindAsync(account, cancellationToken))?.Tree ?? CategoryTree.Empty;

    /// <summary>Changes the account's categories, and starts over if another writer interferes.</summary>
    /// <param name="account">The account.</param>
    /// <param name="requestId">The RequestId of the call, which no other call has.</param>
    /// <param name="change">Makes the next tree; without one nothing is written.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    /// <exception cref="IOException">Storage is unavailable, or other writers interfered too often.</exception>
    public async Task<CategoryOutcome> ChangeAsync(
        string account,
        string requestId,
        Func<CategoryTree, (CategoryTree? Next, CategoryOutcome Outcome)> change,
        CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < AssetStoreUpdates.MaxAttempts; attempt++)
        {
            var read = await store.FindAsync(account, cancellationToken);
            var (next, outcome) = change(read?.Tree ?? CategoryTree.Empty);
            if (next is null
                || await store.WriteAsync(account, next with { WrittenBy = requestId }, read, cancellationToken))
            {
                return outcome;
            }
        }

        throw new IOException(
            $"The categories of account {account} were changed by other writers {AssetStoreUpdates.MaxAttempts} times in a row");
    }
}
