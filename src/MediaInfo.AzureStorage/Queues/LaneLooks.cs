namespace MediaInfo.AzureStorage.Queues;

/// <summary>How a process polls for work. Each poll costs a storage transaction.</summary>
/// <param name="Every">
/// How often an empty lane is polled, for up to ten lanes. With more lanes, ten of them are polled in each interval, in turn.
/// This delays the detection of messages from other processes. Zero polls every lane every time.
/// </param>
/// <param name="CallbacksByTrigger">
/// Whether completion messages go to the single queue of the host's trigger instead of to lanes.
/// </param>
public sealed record LaneLooks(TimeSpan Every, bool CallbacksByTrigger);
