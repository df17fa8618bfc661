using MediaInfo.Core.Jobs.Story;
using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Jobs.Listing;

/// <summary>Selects jobs of an account.</summary>
/// <param name="Account">The owning account's id.</param>
/// <param name="Dialect">The dialect that accepted the jobs, such as "mps"; null for any.</param>
public sealed record JobFilter(string Account, string? Dialect)
{
    /// <summary>The APIs whose dialects accepted the jobs, such as "ims"; null for any.</summary>
    public IReadOnlyCollection<string>? Apis { get; init; }

    /// <summary>What the jobs do; null for anything.</summary>
    public JobWork? Work { get; init; }

    /// <summary>A text that the object's bucket, slash and key contain, in any case; null for any object.</summary>
    /// <remarks>No index has it, so pages may be short.</remarks>
    public string? SourceText { get; init; }

    /// <summary>
    /// What became of the jobs' messages, by the newest event of each; null for any, and for jobs of whose message nothing is
    /// known.
    /// </summary>
    /// <remarks>No index has it, so pages may be short.</remarks>
    public IReadOnlyCollection<JobEventKind>? Messages { get; init; }

    /// <summary>Whether only the documents tell which jobs match, so that a page is searched for.</summary>
    public bool NeedsDocuments => SourceText is not null || Messages is not null;

    /// <summary>The jobs' project; null for any.</summary>
    public string? Project { get; init; }

    /// <summary>The jobs' pipeline; null for any. No index has it, so pages may be short.</summary>
    public string? PipelineId { get; init; }

    /// <summary>The jobs' states; null for any.</summary>
    public IReadOnlyCollection<JobState>? States { get; init; }

    /// <summary>Accepted at this time or later, UTC in whole milliseconds; null for no bound.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Accepted before this time, UTC in whole milliseconds; null for no bound.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>Whether the job matches.</summary>
    public bool Matches(AnalysisJob job) =>
        string.Equals(job.Key.Account, Account, StringComparison.Ordinal)
        && IsOf(job.Dialect)
        && (Project is null || string.Equals(job.Project, Project, StringComparison.Ordinal))
        && (PipelineId is null || string.Equals(job.PipelineId, PipelineId, StringComparison.Ordinal))
        && States?.Contains(job.State) != false
        && HasSource(job.Source)
        && (Messages is null || (JobStory.MessageOf(job) is { } told && Messages.Contains(told)))
        && !(job.CreatedAt < CreatedFrom)
        && !(job.CreatedAt >= CreatedBefore);

    /// <summary>Whether an index entry may match. Unknown attributes count as matching.</summary>
    /// <param name="entry">An entry whose time is known to be within the bounds.</param>
    public bool MayMatch(JobIndexEntry entry) =>
        (entry.Dialect is null || IsOf(entry.Dialect))
        && (Project is null || entry.Dialect is null || string.Equals(entry.Project, Project, StringComparison.Ordinal))
        && (entry.State is not { } state || States?.Contains(state) != false);

    private bool IsOf(string dialect) =>
        (Dialect is null || string.Equals(dialect, Dialect, StringComparison.Ordinal))
        && Apis?.Contains(JobDialects.ApiOf(dialect), StringComparer.Ordinal) != false
        && (Work is null || Work == JobDialects.WorkOf(dialect));

    private bool HasSource(ObjectRef source) =>
        SourceText is null || $"{source.Bucket}/{source.Key}".Contains(SourceText, StringComparison.OrdinalIgnoreCase);
}
