namespace MediaInfo.AzureStorage.Queues;

/// <summary>How a process looks for work. Each look costs a storage transaction.</summary>
/// <param name="Every">
/// How often a lane is looked at in which nothing was found, if there are up to ten of them; more are looked at in turn, ten in
/// that time. What another process queued is seen so late. Zero looks at every lane every time.
/// </param>
/// <param name="CallbacksByTrigger">
/// Whether completion messages go to the one queue that a trigger of the host listens to, and not to lanes.
/// </param>
public sealed record LaneLooks(TimeSpan Every, bool CallbacksByTrigger);
