namespace MediaInfo.Core.Jobs.Listing;

/// <summary>The names of the stored jobs, in the order of their ids.</summary>
public interface IJobIndex
{
    /// <summary>The account's jobs of a range. Storage is asked as the caller reads on, and no document is read.</summary>
    /// <param name="account">The owning account's id.</param>
    /// <param name="range">The ids that are meant.</param>
    /// <param name="order">The order to read in.</param>
    /// <param name="expected">How many the caller is likely to read, at least 1: the first request asks for about so many.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    IAsyncEnumerable<JobIndexEntry> ReadAsync(
        string account, JobIdRange range, JobOrder order, int expected, CancellationToken cancellationToken);
}
