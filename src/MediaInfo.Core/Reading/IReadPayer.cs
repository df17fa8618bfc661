using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Reading;

/// <summary>Who sends a request to storage, and is charged for it.</summary>
public interface IReadPayer
{
    /// <summary>Sends one request for a range; the answer is "Denied" where the budget allows none.</summary>
    Task<ObjectRead> ReadAsync(string key, long offset, long count, CancellationToken cancellationToken);

    /// <summary>Charges bytes that were received.</summary>
    /// <returns>Whether reading may go on.</returns>
    bool Count(int bytes);
}
