namespace MediaInfo.Core.Jobs.Listing;

/// <summary>Lists jobs, for all dialects.</summary>
/// <remarks>
/// A page starts after the last id of the previous page. Ids never change, and new jobs get ids of their own time. Whatever
/// happens between two calls, no job is listed twice, and no job that exists throughout is skipped.
/// </remarks>
public sealed class JobListing(IJobIndex index, IJobStore jobs)
{
    /// <summary>How many documents a page reads at most if no index has the filter.</summary>
    public const int MaxDocuments = 400;

    /// <summary>How many of them are read at the same time.</summary>
    public const int DocumentsAtOnce = 100;

    /// <summary>Returns a page of jobs. Reads only the documents on the page.</summary>
    public async Task<JobPage> ListAsync(JobQuery query, CancellationToken cancellationToken)
    {
        var (ids, next) = await SelectAsync(query, cancellationToken);
        var found = await Task.WhenAll(ids.Select(id => jobs.FindAsync(new JobKey(query.Filter.Account, id), cancellationToken)));

        // A job may have been removed, or changed to an unwanted state, since the index was read.
        return new JobPage([.. found.OfType<StoredJob>().Select(stored => stored.Job).Where(query.Filter.Matches)], next);
    }

    /// <summary>
    /// Returns a page of jobs for a filter that no index has. Reads on where few jobs match, up to a bound.
    /// </summary>
    /// <remarks>
    /// A page that reaches the bound is returned short, or even empty, with a continuation. So a call makes at most
    /// <see cref="MaxDocuments"/> reads of documents, and a list for every <see cref="DocumentsAtOnce"/> of them.
    /// </remarks>
    public async Task<JobPage> SearchAsync(JobQuery query, CancellationToken cancellationToken)
    {
        var found = new List<AnalysisJob>();
        var after = query.After;
        for (var read = 0; read < MaxDocuments; read += DocumentsAtOnce)
        {
            var page = await ListAsync(query with { Limit = DocumentsAtOnce, After = after }, cancellationToken);
            found.AddRange(page.Jobs);
            if (found.Count > query.Limit)
            {
                // What was read behind the page's last job is read again for the next page.
                return new JobPage([.. found.Take(query.Limit)], found[query.Limit - 1].Key.Id);
            }

            after = page.Next;
            if (after is null || found.Count == query.Limit)
            {
                break;
            }
        }

        return new JobPage(found, after);
    }

    /// <summary>A page with the job of an id, if it passes the filter. Reads no list.</summary>
    public async Task<JobPage> FindAsync(JobFilter filter, string id, CancellationToken cancellationToken)
    {
        var found = await jobs.FindAsync(new JobKey(filter.Account, id), cancellationToken);
        return new JobPage(found is { Job: { } job } && filter.Matches(job) ? [job] : [], Next: null);
    }

    private async Task<(List<string> Ids, string? Next)> SelectAsync(JobQuery query, CancellationToken cancellationToken)
    {
        var range = JobIdRange.Of(query.Filter);
        range = query.After is { } after ? range.After(after, query.Order) : range;
        var ids = new List<string>();
        var looked = 0;

        // Request one more than the page holds, to know whether it is the last page.
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
