namespace MediaInfo.Core.Jobs.Listing;

/// <summary>The names of the stored jobs, in id order.</summary>
public interface IJobIndex
{
    /// <summary>Lists the account's jobs in a range. Pages are requested as the caller reads on; no documents are read.</summary>
    /// <param name="account">The owning account's id.</param>
    /// <param name="range">The range of ids.</param>
    /// <param name="order">The order to read in.</param>
    /// <param name="expected">How many entries the caller is likely to read, at least 1; sizes the first request.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    IAsyncEnumerable<JobIndexEntry> ReadAsync(
        string account, JobIdRange range, JobOrder order, int expected, CancellationToken cancellationToken);
}
