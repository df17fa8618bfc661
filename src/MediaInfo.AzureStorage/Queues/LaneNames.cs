namespace MediaInfo.AzureStorage.Queues;

/// <summary>The naming of the lanes for a kind of work.</summary>
/// <param name="Prefix">The common prefix of all its lanes and shared queues.</param>
/// <param name="Priorities">The lanes of an account, each named by its highest priority, highest first.</param>
/// <param name="Of">Returns the lane of an account and a priority.</param>
/// <param name="SharedOf">
/// Returns the shared queues, each with its priority, for the accounts. Their messages are moved into the lanes.
/// </param>
public sealed record LaneNames(
    string Prefix,
    IReadOnlyList<int> Priorities,
    Func<string, int, string> Of,
    Func<IReadOnlyCollection<string>, IReadOnlyDictionary<string, int>> SharedOf)
{
    /// <summary>The lane that messages of a priority belong in, by its highest priority.</summary>
    /// <exception cref="ArgumentOutOfRangeException">This kind of work has no such priority.</exception>
    public int PriorityOf(int priority) => priority >= 0 && priority <= Priorities[0]
        ? Priorities.Last(highest => highest >= priority)
        : throw new ArgumentOutOfRangeException(nameof(priority), priority, "This kind of work has no such priority");
}
