using System.Text.Json.Serialization;
using MediaInfo.Core.Jobs.Story;
using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Jobs;

/// <summary>One analysis of one media object, for any vendor's API. Immutable: a change creates a new version.</summary>
public sealed record AnalysisJob
{
    /// <summary>The lowest priority.</summary>
    public const int LowestPriority = 1;

    /// <summary>The highest priority.</summary>
    public const int HighestPriority = 10;

    /// <summary>The priority of a job whose caller did not specify one.</summary>
    public const int DefaultPriority = 6;

    /// <summary>All priorities, lowest first.</summary>
    public static IReadOnlyList<int> Priorities { get; } =
        [.. Enumerable.Range(LowestPriority, HighestPriority - LowestPriority + 1)];

    /// <summary>
    /// The highest priority of each band, highest first. Of an account's waiting jobs, none begins before one of a higher band;
    /// within a band they begin by age. There are few bands because a look for waiting jobs costs a transaction for each.
    /// </summary>
    public static IReadOnlyList<int> Bands { get; } = [HighestPriority, 7, 3];

    /// <summary>The job's key.</summary>
    public required JobKey Key { get; init; }

    /// <summary>The dialect that accepted the job and formats its completion message, such as "mps".</summary>
    public required string Dialect { get; init; }

    /// <summary>The account's project that the job belongs to; null if the dialect has no projects.</summary>
    public string? Project { get; init; }

    /// <summary>The RequestId of the submit call.</summary>
    public required string RequestId { get; init; }

    /// <summary>
    /// The span of the submit call, in "traceparent" format (W3C Trace Context, 3.2); null if the call was not traced.
    /// </summary>
    public string? SubmitTrace { get; init; }

    /// <summary>
    /// The span of the most recent analysis, in the same format; null before it starts, or if it is not traced.
    /// </summary>
    public string? AnalysisTrace { get; init; }

    /// <summary>When the job was accepted, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The object to analyse.</summary>
    public required ObjectRef Source { get; init; }

    /// <summary>
    /// The object's key if the caller encoded it as forms do, with a plus for a space: read if there is no object of the first
    /// key. Null if that is the same key, or the caller does not encode keys.
    /// </summary>
    public string? FormKey { get; init; }

    /// <summary>The input as the caller sent it, for the dialect to echo. Opaque to the core.</summary>
    public required string SubmittedInput { get; init; }

    /// <summary>The pipeline that determines where the completion message is sent.</summary>
    public required string PipelineId { get; init; }

    /// <summary>The caller's own data, returned unchanged; null if none was given.</summary>
    public string? UserData { get; init; }

    /// <summary>Whether the caller requested the result in the submit response.</summary>
    public bool Synchronous { get; init; }

    /// <summary>The caller's name for the job; null if none was given.</summary>
    public string? Name { get; init; }

    /// <summary>1 to 10. Its band, of <see cref="Bands"/>, determines which waiting jobs begin first.</summary>
    /// <remarks>
    /// Documents written before priorities existed yield 0 here, because the generated reader sets missing members to their
    /// default.
    /// </remarks>
    public int Priority { get; init => field = value == 0 ? DefaultPriority : value; } = DefaultPriority;

    /// <summary>What is read beyond the header pass.</summary>
    public AnalysisExtras Extras { get; init; } = AnalysisExtras.None;

    /// <summary>The job's state.</summary>
    public JobState State { get; init; } = JobState.Waiting;

    /// <summary>When a worker last started the job, UTC; null before that.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the job ended, UTC; null before that.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>
    /// Whether the last attempt to read the object that failed did so because storage was silent or could not be reached.
    /// </summary>
    public bool StorageWasSilent { get; init; }

    /// <summary>How much of each long step is done, in percent, as last written; null before the first is known.</summary>
    public IReadOnlyDictionary<string, int>? StepProgress { get; init; }

    /// <summary>
    /// How much of a long job is done, in percent; null for a job without long steps, or before the first is known.
    /// </summary>
    [JsonIgnore]
    public int? Progress => State == JobState.Succeeded && Extras.Decodes ? 100
        : StepProgress is { } steps ? steps.Values.Sum() / Math.Max(Extras.LongSteps, steps.Count)
        : null;

    /// <summary>Why the job failed; null unless it failed.</summary>
    public JobFailure? Failure { get; init; }

    /// <summary>Which stored part holds the description; null unless the job succeeded.</summary>
    public ResultPart? Result { get; init; }

    /// <summary>The cost of reading the object; null until the job ends.</summary>
    public ProbeUsage? Usage { get; init; }

    /// <summary>The outcome of the completion message; null until delivery is recorded.</summary>
    public CallbackResult? Callback { get; init; }

    /// <summary>What has happened to the job since it was accepted; null for nothing, or if an earlier version wrote it.</summary>
    public JobStory? Story { get; init; }
}
