namespace MediaInfo.Core.Jobs;

/// <summary>Why a job failed.</summary>
/// <param name="Reason">The kind of failure.</param>
/// <param name="Detail">A sentence for the job's owner: no secrets, no local paths, at most 1,024 characters.</param>
public sealed record JobFailure(FailureReason Reason, string Detail)
{
    /// <summary>The reason's name and the sentence: what dialects show beside their vendor's own code and message.</summary>
    public override string ToString() => $"{Reason}: {Detail}";
}
