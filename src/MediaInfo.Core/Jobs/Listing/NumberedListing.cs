using System.Globalization;

namespace MediaInfo.Core.Jobs.Listing;

/// <summary>Lists jobs by page number, newest first, with the total count, for dialects that need both.</summary>
/// <remarks>
/// A page number does not say what the caller has already seen, and every new job shifts all pages. The first page therefore
/// caches the ids of the whole list, which it reads for the total anyway. Later pages come from the same list, so no job is
/// repeated or skipped, whatever is submitted meanwhile. Each page is served once; if requested again, after a pause or from
/// another process, it comes from a newly read list.
/// </remarks>
public sealed class NumberedListing(IJobIndex index, IJobStore jobs, TimeProvider time)
{
    private const int ReadingStep = 5000;
    private readonly ListedIds _listed = new(time);

    /// <summary>Returns a page. Reads only the documents on the page.</summary>
    /// <param name="filter">The jobs to list.</param>
    /// <param name="page">The page number, from 0.</param>
    /// <param name="size">Jobs per page, at least 1.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<NumberedPage> ListAsync(JobFilter filter, int page, int size, CancellationToken cancellationToken)
    {
        var list = KeyOf(filter, size);
        var ids = _listed.Find(list, page);
        if (ids is null)
        {
            ids = await ReadIdsAsync(filter, cancellationToken);
            _listed.Keep(list, ids);
        }

        // The clamp exceeds the length of any list, so it skips no entry that exists.
        var first = (int)Math.Min((long)page * size, int.MaxValue);
        var found = await Task.WhenAll(
            ids.Skip(first).Take(size).Select(id => jobs.FindAsync(KeyOf(filter.Account, id), cancellationToken)));

        // Only now: if storage failed to read the page, the caller asks for it again.
        _listed.Give(list, ids, page, isEmpty: first >= ids.Length);

        // A job may have been removed, or changed to an unwanted state, since the list was read.
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

    // Stored as numbers, ids take a fifth of the memory.
    private async Task<UInt128[]> ReadIdsAsync(JobFilter filter, CancellationToken cancellationToken)
    {
        var ids = new List<UInt128>();
        var entries =
            index.ReadAsync(filter.Account, JobIdRange.Of(filter), JobOrder.NewestFirst, ReadingStep, cancellationToken);
        await foreach (var entry in entries)
        {
            if (filter.MayMatch(entry)
                && UInt128.TryParse(entry.Id, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var id))
            {
                ids.Add(id);
            }
        }

        return [.. ids];
    }
}
