using Microsoft.DurableTask;

namespace MediaInfo.Functions.Tests.Support;

/// <summary>One entry of an orchestration's history: an activity that was asked for, or an event that was waited for.</summary>
/// <param name="Name">The activity, or the event.</param>
/// <param name="Input">The input as JSON; null for an event.</param>
/// <param name="Options">The retry policy as asked for; null for an event.</param>
public sealed record ActivityCall(string Name, string? Input, TaskOptions? Options)
{
    public bool IsEvent => Options is null;

    /// <summary>The result as JSON.</summary>
    public string? Result { get; set; }

    /// <summary>Why the last attempt failed; null when it succeeded.</summary>
    public Exception? Failure { get; set; }

    /// <summary>How often the activity ran.</summary>
    public int Attempts { get; set; }
}
