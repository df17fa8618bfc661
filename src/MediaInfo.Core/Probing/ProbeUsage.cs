namespace MediaInfo.Core.Probing;

/// <summary>What reading an object cost.</summary>
/// <param name="Requests">Requests sent to storage.</param>
/// <param name="Bytes">Bytes received from storage.</param>
/// <param name="Milliseconds">Wall time from the first to the last step.</param>
public sealed record ProbeUsage(int Requests, long Bytes, long Milliseconds)
{
    /// <summary>Nothing read.</summary>
    public static ProbeUsage Zero { get; } = new(0, 0, 0);

    /// <summary>The cost of two steps that ran side by side: requests and bytes add up, the longer time counts.</summary>
    public ProbeUsage Beside(ProbeUsage other) =>
        new(Requests + other.Requests, Bytes + other.Bytes, Math.Max(Milliseconds, other.Milliseconds));
}
