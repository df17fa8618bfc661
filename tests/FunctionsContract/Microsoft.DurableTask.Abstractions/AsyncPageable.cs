namespace Microsoft.DurableTask;

public abstract class AsyncPageable<T> : IAsyncEnumerable<T>
    where T : notnull
{
    public abstract IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = default, int? pageSizeHint = default);

    // Not virtual in the real type: it must work here, or no test could enumerate a page that it made up.
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await using var pages = AsPages().GetAsyncEnumerator(cancellationToken);
        while (await pages.MoveNextAsync())
        {
            for (var i = 0; i < pages.Current.Values.Count; i++)
            {
                yield return pages.Current.Values[i];
            }
        }
    }
}
