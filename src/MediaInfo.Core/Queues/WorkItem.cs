namespace MediaInfo.Core.Queues;

/// <summary>Work to queue.</summary>
/// <param name="Account">The account that the work belongs to.</param>
/// <param name="Text">The message's text.</param>
public sealed record WorkItem(string Account, string Text)
{
    /// <summary>
    /// 1 to 10, as <see cref="Jobs.AnalysisJob.Priority"/>: within an account, higher bands come first. 0 if the queue has no
    /// priorities.
    /// </summary>
    public int Priority { get; init; }

    /// <summary>How long the message stays invisible, at most seven days; zero makes it visible at once.</summary>
    public TimeSpan Delay { get; init; }
}
