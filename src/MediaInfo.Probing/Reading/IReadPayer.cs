using MediaInfo.Core.Objects;

namespace MediaInfo.Probing.Reading;

/// <summary>Sends requests to storage, and is charged for them.</summary>
public interface IReadPayer
{
    /// <summary>Requests a range; the response is "Denied" if the budget is spent.</summary>
    Task<ObjectRead> ReadAsync(string key, long offset, long count, CancellationToken cancellationToken);

    /// <summary>Charges received bytes.</summary>
    /// <returns>Whether reading may continue.</returns>
    bool Count(int bytes);

    /// <summary>Learns what an object is that it opened, whoever asked storage for it.</summary>
    void Learn(string key, ObjectProperties properties);
}
