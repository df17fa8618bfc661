namespace MediaInfo.Api.Reports.Wire;

/// <summary>A job of any dialect with everything that is known of it. Source: our own.</summary>
public sealed record JobDetail : JobSummary
{
    /// <summary>The input as the caller sent it, in its own API's form.</summary>
    public string Input { get; init; } = "";

    /// <summary>The caller's own data; absent for none.</summary>
    public string? UserData { get; init; }

    /// <summary>The RequestId of the submit call.</summary>
    public string SubmitRequestId { get; init; } = "";

    /// <summary>Whether the submit call waited for the result.</summary>
    public bool Synchronous { get; init; }

    /// <summary>What the job does beyond reading headers.</summary>
    public JobExtras Extras { get; init; } = new(Digest: false, Packets: false, Frames: 0);

    /// <summary>How much of each long step is done, in percent, by the step's name; absent before the first is known.</summary>
    /// <example>{"frames":40}</example>
    public IReadOnlyDictionary<string, int>? StepProgress { get; init; }

    /// <summary>True if the job made pictures, which GetPictures names; absent otherwise.</summary>
    /// <example>true</example>
    public bool? Frames { get; init; }

    /// <summary>The outcome of the completion message; absent until it is known, or if the job has no target.</summary>
    public JobCallback? Callback { get; init; }

    /// <summary>What has happened to the job, oldest first.</summary>
    public IReadOnlyList<StoryEvent> Story { get; init; } = [];

    /// <summary>How many events were left out in the middle of the story; absent for none.</summary>
    /// <example>12</example>
    public int? StoryOmitted { get; init; }
}
