namespace MediaInfo.LocalStorage.Messaging;

/// <summary>A message to store. Times are milliseconds of the queues' clock.</summary>
internal sealed record NewMessage(
    string Queue, string Text, int Priority, long Now, long Visible, long Expires, bool IsForeign);
