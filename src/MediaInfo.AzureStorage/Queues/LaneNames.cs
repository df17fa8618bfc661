namespace MediaInfo.AzureStorage.Queues;

/// <summary>The naming of the lanes for a kind of work.</summary>
/// <param name="Prefix">The common prefix of all its lanes and shared queues.</param>
/// <param name="Priorities">The priorities that have their own lane, highest first.</param>
/// <param name="Of">Returns the lane of an account and a priority.</param>
/// <param name="Shared">The shared queues, each with its priority. Their messages are moved into the lanes.</param>
public sealed record LaneNames(
    string Prefix, IReadOnlyList<int> Priorities, Func<string, int, string> Of, IReadOnlyDictionary<string, int> Shared);
