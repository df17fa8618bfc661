using System.Globalization;

namespace MediaInfo.Core.Jobs.Listing;

/// <summary>Lists jobs newest first by the number of the page, and tells how many there are, for dialects that ask for both.</summary>
/// <remarks>
/// A page's number says nothing of what the caller saw before, and every new job shifts all pages. So the first page takes down the
/// ids of the whole list, whose names it has to read for the total anyway, and a caller who reads on gets the further pages of that
/// same list: none of its jobs comes twice or is left out, whatever is submitted meanwhile. Each page is given once; asked again, or
/// after a pause, or of another process, it is one of the list as it is then.
/// </remarks>
public sealed class NumberedListing(IJobIndex index, IJobStore jobs, TimeProvider time)
{
    private const int ReadingStep = 5000;
    private readonly ListedIds _listed = new(time);

    /// <summary>A page. Only its own documents are read.</summary>
    /// <param name="filter">Which jobs.</param>
    /// <param name="page">The page's number, from 0.</param>
    /// <param name="size">Jobs a page, at least 1.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<NumberedPage> ListAsync(JobFilter filter, int page, int size, CancellationToken cancellationToken)
    {
        var list = KeyOf(filter, size);
        var ids = _listed.Find(list, page);
        if (ids is null)
        {
            ids = await ReadIdsAsync(filter, cancellationToken);
            _listed.Keep(list, ids);
        }

        // Beyond what any list holds, and so nothing is skipped that is there.
        var first = (int)Math.Min((long)page * size, int.MaxValue);
        var found = await Task.WhenAll(ids.Skip(first).Take(size).Select(id => jobs.FindAsync(KeyOf(filter.Account, id), cancellationToken)));

        // Not before: a page that storage failed to give is asked for again.
        _listed.Give(list, ids, page, isEmpty: first >= ids.Length);

        // Since the list was made, a job may have gone, or moved to a state that was not asked for.
        return new NumberedPage([.. found.OfType<StoredJob>().Select(stored => stored.Job).Where(filter.Matches)], ids.Length);
    }

    private static JobKey KeyOf(string account, UInt128 id) => new(account, id.ToString("x32", CultureInfo.InvariantCulture));

    private static string KeyOf(JobFilter filter, int size)
    {
        var states = filter.States is { } some ? string.Join('+', some.Order()) : "any";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{filter.Account}/{filter.Dialect}/{filter.Project}/{states}/{filter.CreatedFrom?.UtcTicks}/{filter.CreatedBefore?.UtcTicks}/{size}");
    }

    // As numbers they take a fifth of the memory.
    private async Task<UInt128[]> ReadIdsAsync(JobFilter filter, CancellationToken cancellationToken)
    {
        var ids = new List<UInt128>();
        var entries = index.ReadAsync(filter.Account, JobIdRange.Of(filter), JobOrder.NewestFirst, ReadingStep, cancellationToken);
        await foreach (var entry in entries)
        {
            if (filter.MayMatch(entry) && UInt128.TryParse(entry.Id, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var id))
            {
                ids.Add(id);
            }
        }

        return [.. ids];
    }
}
