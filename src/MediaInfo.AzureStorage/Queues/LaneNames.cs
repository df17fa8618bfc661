namespace MediaInfo.AzureStorage.Queues;

/// <summary>How the lanes of a kind of work are called.</summary>
/// <param name="Prefix">What the names of all its lanes and of its shared queues begin with.</param>
/// <param name="Priorities">The priorities that have a lane of their own, the highest first.</param>
/// <param name="Of">The lane of an account and a priority.</param>
/// <param name="Shared">Queues of all accounts, with their priority. What waits there is sorted into the lanes.</param>
public sealed record LaneNames(
    string Prefix, IReadOnlyList<int> Priorities, Func<string, int, string> Of, IReadOnlyDictionary<string, int> Shared);
