namespace MediaInfo.Core.Accounts;

/// <summary>Storage names reserved for this service and its host. No account may use them, whatever the settings say.</summary>
public interface IReservedNames
{
    /// <summary>Whether the bucket is off limits to all accounts.</summary>
    bool IsReservedBucket(string bucket);

    /// <summary>Whether the queue is off limits to all accounts.</summary>
    bool IsReservedQueue(string queue);
}
