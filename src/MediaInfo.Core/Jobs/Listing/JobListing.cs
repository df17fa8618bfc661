namespace MediaInfo.Core.Jobs.Listing;

/// <summary>Lists jobs, for every dialect.</summary>
/// <remarks>
/// A page begins after the last id of the one before. Ids do not change and new jobs get ids of their own time, so whatever
/// happens between two calls, no job comes twice and none that is there all the time is left out.
/// </remarks>
public sealed class JobListing(IJobIndex index, IJobStore jobs)
{
    /// <summary>A page of jobs. Only their own documents are read.</summary>
    public async Task<JobPage> ListAsync(JobQuery query, CancellationToken cancellationToken)
    {
        var (ids, next) = await SelectAsync(query, cancellationToken);
        var found = await Task.WhenAll(ids.Select(id => jobs.FindAsync(new JobKey(query.Filter.Account, id), cancellationToken)));

        // Between the look at the index and the reading, a job may have gone, or moved to a state that was not asked for.
        return new JobPage([.. found.OfType<StoredJob>().Select(stored => stored.Job).Where(query.Filter.Matches)], next);
    }

    private async Task<(List<string> Ids, string? Next)> SelectAsync(JobQuery query, CancellationToken cancellationToken)
    {
        var range = JobIdRange.Of(query.Filter);
        range = query.After is { } after ? range.After(after, query.Order) : range;
        var ids = new List<string>();
        var looked = 0;

        // One more than the page holds: whether it is the last one.
        await foreach (var entry in index.ReadAsync(query.Filter.Account, range, query.Order, query.Limit + 1, cancellationToken))
        {
            var matches = query.Filter.MayMatch(entry);
            if (matches && ids.Count == query.Limit)
            {
                return (ids, ids[^1]);
            }

            if (matches)
            {
                ids.Add(entry.Id);
            }

            if (++looked == query.MaxNames)
            {
                return (ids, entry.Id);
            }
        }

        return (ids, null);
    }
}
