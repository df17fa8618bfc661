namespace MediaInfo.Core.Messaging;

/// <summary>How long a waiting receive pauses before it looks into its queue again. Each storage has its own.</summary>
/// <param name="Pauses">The pauses in order; the last one repeats.</param>
public sealed record PollingPauses(IReadOnlyList<TimeSpan> Pauses)
{
    /// <summary>The pause after a number of looks that found nothing.</summary>
    internal TimeSpan After(int looks) => Pauses[Math.Min(looks, Pauses.Count - 1)];
}
