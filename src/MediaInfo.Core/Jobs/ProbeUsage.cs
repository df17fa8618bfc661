using System.Text.Json.Serialization;

namespace MediaInfo.Core.Jobs;

/// <summary>The cost of reading an object. Source: our own.</summary>
/// <param name="Requests">Requests sent to storage.</param>
/// <param name="Bytes">Bytes received from storage.</param>
/// <param name="Milliseconds">Wall-clock time in milliseconds from the first to the last step.</param>
public sealed record ProbeUsage(int Requests, long Bytes, long Milliseconds)
{
    /// <summary>
    /// Whether the object was not read because it has not changed since this process last read it: only its ETag was
    /// requested; absent if it was read.
    /// </summary>
    /// <example>true</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Reused { get; init; }

    /// <summary>No cost.</summary>
    public static ProbeUsage Zero { get; } = new(0, 0, 0);

    /// <summary>The cost of this and then another reading.</summary>
    public ProbeUsage Then(ProbeUsage next) =>
        new(Requests + next.Requests, Bytes + next.Bytes, Milliseconds + next.Milliseconds);

    /// <summary>The cost of two parallel steps: the sum of requests and bytes, and the longer time.</summary>
    public ProbeUsage Beside(ProbeUsage other) =>
        new(Requests + other.Requests, Bytes + other.Bytes, Math.Max(Milliseconds, other.Milliseconds))
        {
            Reused = Reused && other.Reused,
        };
}
