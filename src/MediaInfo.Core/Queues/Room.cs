namespace MediaInfo.Core.Queues;

/// <summary>
/// The free capacity of a process. It names the accounts that may start more work; the queue chooses the messages.
/// </summary>
/// <param name="Total">The maximum number of messages in total; 0 for no room.</param>
/// <param name="Each">The maximum number of messages per account.</param>
/// <param name="Accounts">The accounts, in order of precedence.</param>
public sealed record Room(int Total, int Each, IReadOnlyList<string> Accounts)
{
    /// <summary>
    /// Where a message was sent, perhaps by another process: an account and a priority. Null if the caller knows of none.
    /// </summary>
    public (string Account, int Priority)? Sent { get; init; }

    /// <summary>No room.</summary>
    public static Room None { get; } = new(0, 0, []);

    /// <summary>Room for a number of messages of any of the accounts.</summary>
    public static Room For(int total, params string[] accounts) => new(total, total, accounts);
}
