namespace MediaInfo.Core.Queues;

/// <summary>
/// What a process has room for. It says which accounts may have more work done, and the queue decides what that is.
/// </summary>
/// <param name="Total">The most messages in all; 0 for no room.</param>
/// <param name="Each">The most messages of one account.</param>
/// <param name="Accounts">The accounts. The first of them comes first.</param>
public sealed record Room(int Total, int Each, IReadOnlyList<string> Accounts)
{
    /// <summary>No room.</summary>
    public static Room None { get; } = new(0, 0, []);

    /// <summary>Room for so many messages of any of the accounts.</summary>
    public static Room For(int total, params string[] accounts) => new(total, total, accounts);
}
