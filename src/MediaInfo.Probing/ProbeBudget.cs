namespace MediaInfo.Probing;

/// <summary>Limits on what one step may read from storage.</summary>
/// <param name="MaxRequests">Maximum requests.</param>
/// <param name="MaxBytes">Maximum bytes.</param>
public sealed record ProbeBudget(int MaxRequests, long MaxBytes)
{
    /// <summary>For steps that read the whole object: its size and a time limit bound them.</summary>
    public static ProbeBudget Unlimited { get; } = new(int.MaxValue, long.MaxValue);
}
