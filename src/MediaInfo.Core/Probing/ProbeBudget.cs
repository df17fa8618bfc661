namespace MediaInfo.Core.Probing;

/// <summary>What one step may take from storage.</summary>
/// <param name="MaxRequests">Most requests.</param>
/// <param name="MaxBytes">Most bytes.</param>
public sealed record ProbeBudget(int MaxRequests, long MaxBytes)
{
    /// <summary>For steps that read all of an object: its size and a time limit bound them.</summary>
    public static ProbeBudget Unlimited { get; } = new(int.MaxValue, long.MaxValue);
}
