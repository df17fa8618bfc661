namespace MediaInfo.Core.Jobs.Story;

/// <summary>
/// The events of a job that its document keeps, oldest first. A job that is retried without end keeps the first and the newest.
/// </summary>
/// <param name="Events">The events, at most <see cref="MaxEvents"/>.</param>
public sealed record JobStory(IReadOnlyList<JobEvent> Events)
{
    /// <summary>The maximum number of events in a job's document.</summary>
    public const int MaxEvents = 64;

    // How a job began says more than the middle of many equal attempts.
    private const int KeptFirst = 8;

    /// <summary>How many events were left out between the first and the newest ones.</summary>
    public int Omitted { get; init; }

    /// <summary>The story with one event more.</summary>
    /// <param name="story">The story so far; null for none.</param>
    /// <param name="next">The event.</param>
    public static JobStory Add(JobStory? story, JobEvent next) => story switch
    {
        null => new JobStory([next]),
        { Events.Count: < MaxEvents } => story with { Events = [.. story.Events, next] },
        _ => new JobStory([.. story.Events.Take(KeptFirst), .. story.Events.Skip(KeptFirst + 1), next])
        {
            Omitted = story.Omitted + 1,
        },
    };

    /// <summary>Every event that a job's document tells of, oldest first.</summary>
    /// <remarks>
    /// Documents of earlier versions keep no events. The times of their states are known nevertheless.
    /// </remarks>
    public static IReadOnlyList<JobEvent> Of(AnalysisJob job)
    {
        var kept = job.Story?.Events ?? [];
        var states = new List<JobEvent> { new(job.CreatedAt, JobEventKind.Accepted) };
        if (job.StartedAt is { } started && !kept.Any(known => known.Kind is JobEventKind.Started or JobEventKind.Retried))
        {
            states.Add(new JobEvent(started, JobEventKind.Started));
        }

        if (job.EndedAt is { } ended && EndOf(job.State) is { } end && kept.All(known => known.Kind != end))
        {
            states.Add(new JobEvent(ended, end));
        }

        return [.. states.Concat(kept.Select(known => Explained(job, known))).OrderBy(known => known.At)];
    }

    /// <summary>What became of a job's message last; null if nothing is known of it.</summary>
    public static JobEventKind? MessageOf(AnalysisJob job) => job.Story?.Events
        .LastOrDefault(told => told.Kind is JobEventKind.CallbackAttempted
            or JobEventKind.CallbackDelivered or JobEventKind.CallbackGivenUp)?.Kind;

    /// <summary>The event of a job that came into a state.</summary>
    /// <param name="from">The state before.</param>
    /// <param name="to">The state now.</param>
    public static JobEventKind? EventOf(JobState from, JobState to) => (from, to) switch
    {
        (JobState.Running, JobState.Running) => JobEventKind.Retried,
        (_, JobState.Running) => JobEventKind.Started,
        _ => EndOf(to),
    };

    /// <inheritdoc />
    public bool Equals(JobStory? other) =>
        other is not null && Omitted == other.Omitted && Events.SequenceEqual(other.Events);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Events.Count, Omitted);

    private static JobEventKind? EndOf(JobState state) => state switch
    {
        JobState.Succeeded => JobEventKind.Succeeded,
        JobState.Failed => JobEventKind.Failed,
        JobState.Canceled => JobEventKind.Canceled,
        _ => null,
    };

    // The document has the failure beside the story.
    private static JobEvent Explained(AnalysisJob job, JobEvent known) =>
        known is { Kind: JobEventKind.Failed, Detail: null } && job.Failure is { } failure
            ? known with { Detail = failure.Detail }
            : known;
}
