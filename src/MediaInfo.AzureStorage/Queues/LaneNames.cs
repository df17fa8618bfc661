namespace MediaInfo.AzureStorage.Queues;

/// <summary>The naming of the lanes for a kind of work.</summary>
/// <param name="Prefix">The common prefix of all its lanes and shared queues.</param>
/// <param name="Priorities">The lanes of an account, each named by its highest priority, highest first.</param>
/// <param name="Name">Returns the name of a lane.</param>
/// <param name="SharedOf">
/// Returns the shared queues, each with its priority, for the accounts. Their messages are moved into the lanes.
/// </param>
public sealed record LaneNames(
    string Prefix,
    IReadOnlyList<int> Priorities,
    Func<string, int, string> Name,
    Func<IReadOnlyCollection<string>, IReadOnlyDictionary<string, int>> SharedOf)
{
    /// <summary>The name of the lane for messages of an account and a priority.</summary>
    /// <exception cref="ArgumentOutOfRangeException">This kind of work has no such priority.</exception>
    public string Of(string account, int priority) => Name(account, PriorityOf(priority));

    /// <summary>The lane that messages of a priority belong in, by its highest priority.</summary>
    /// <exception cref="ArgumentOutOfRangeException">This kind of work has no such priority.</exception>
    public int PriorityOf(int priority) => priority >= Math.Min(1, Priorities[0]) && priority <= Priorities[0]
        ? Priorities.Last(highest => highest >= priority)
        : throw new ArgumentOutOfRangeException(nameof(priority), priority, "This kind of work has no such priority");
}
