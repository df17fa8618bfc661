using MediaInfo.Core.Objects;
using MediaInfo.Core.Probing;

namespace MediaInfo.Core.Jobs;

/// <summary>One analysis of one media object, whichever vendor's API asked for it. Immutable: a change is a new version.</summary>
public sealed record AnalysisJob
{
    /// <summary>The priority of jobs that wait for all others.</summary>
    public const int LowestPriority = 1;

    /// <summary>The priority of jobs that no other goes before.</summary>
    public const int HighestPriority = 10;

    /// <summary>The priority of a job whose caller named none.</summary>
    public const int DefaultPriority = 6;

    /// <summary>Every priority, lowest first.</summary>
    public static IReadOnlyList<int> Priorities { get; } = [.. Enumerable.Range(LowestPriority, HighestPriority - LowestPriority + 1)];

    /// <summary>The job's name.</summary>
    public required JobKey Key { get; init; }

    /// <summary>The dialect that accepted the job and formats its completion message, such as "mps".</summary>
    public required string Dialect { get; init; }

    /// <summary>The project of the account that the job belongs to; null where the dialect knows no projects.</summary>
    public string? Project { get; init; }

    /// <summary>The RequestId of the submit call.</summary>
    public required string RequestId { get; init; }

    /// <summary>The span of the submit call, as in the header "traceparent" (W3C Trace Context, 3.2); null when nobody traced it.</summary>
    public string? SubmitTrace { get; init; }

    /// <summary>The span of the analysis that was begun last, in the same form; null before, or when nobody traced it.</summary>
    public string? AnalysisTrace { get; init; }

    /// <summary>When the job was accepted, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The object to analyse.</summary>
    public required ObjectRef Source { get; init; }

    /// <summary>The input as the caller sent it, for the dialect to echo. Opaque here.</summary>
    public required string SubmittedInput { get; init; }

    /// <summary>The pipeline that says where the completion message goes.</summary>
    public required string PipelineId { get; init; }

    /// <summary>The caller's own data, returned unchanged; null when none was given.</summary>
    public string? UserData { get; init; }

    /// <summary>Whether the caller asked for the result in the submit call.</summary>
    public bool Synchronous { get; init; }

    /// <summary>The caller's name for the job; null when none was given.</summary>
    public string? Name { get; init; }

    /// <summary>1 to 10: of the jobs that wait, those of a higher number start first.</summary>
    /// <remarks>A document from before there were priorities gives 0 here, since the generated reader sets what it did not find.</remarks>
    public int Priority { get; init => field = value == 0 ? DefaultPriority : value; } = DefaultPriority;

    /// <summary>What is read beyond the header pass.</summary>
    public AnalysisExtras Extras { get; init; } = AnalysisExtras.None;

    /// <summary>Where the job stands.</summary>
    public JobState State { get; init; } = JobState.Waiting;

    /// <summary>When a worker last began, UTC; null before.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the job ended, UTC; null before.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why the job failed; null unless it did.</summary>
    public JobFailure? Failure { get; init; }

    /// <summary>Which stored part holds the description; null unless the job succeeded.</summary>
    public ResultPart? Result { get; init; }

    /// <summary>What reading the object cost; null before the job ended.</summary>
    public ProbeUsage? Usage { get; init; }

    /// <summary>How the completion message fared; null while none was attempted.</summary>
    public CallbackResult? Callback { get; init; }
}
