namespace MediaInfo.Core.Accounts;

/// <summary>The names that storage keeps for this service and its host. No account may use them, whatever is set.</summary>
public interface IReservedNames
{
    /// <summary>Whether objects of the bucket are no media to anybody.</summary>
    bool IsReservedBucket(string bucket);

    /// <summary>Whether no account's messages go to the queue.</summary>
    bool IsReservedQueue(string queue);
}
