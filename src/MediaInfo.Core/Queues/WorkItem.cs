namespace MediaInfo.Core.Queues;

/// <summary>Work to be queued.</summary>
/// <param name="Account">Whose work it is.</param>
/// <param name="Text">The message's text.</param>
public sealed record WorkItem(string Account, string Text)
{
    /// <summary>
    /// 1 to 10 as <see cref="Jobs.AnalysisJob.Priority"/>: an account's higher work comes first. 0 where all is of one
    /// priority.
    /// </summary>
    public int Priority { get; init; }

    /// <summary>How long nobody sees the message; zero for not at all. At most seven days.</summary>
    public TimeSpan Delay { get; init; }
}
