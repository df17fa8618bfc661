using MediaInfo.Core.Jobs;

namespace MediaInfo.Api.Reports.Wire;

/// <summary>What reading a job's object cost. Source: our own.</summary>
/// <param name="Requests">Requests to storage.</param>
/// <param name="Bytes">Bytes from storage.</param>
/// <param name="Milliseconds">Wall-clock time in milliseconds.</param>
public sealed record Usage(int Requests, long Bytes, long Milliseconds)
{
    /// <summary>True if the object had not changed since it was last read, so it was not read again; absent otherwise.</summary>
    /// <example>true</example>
    public bool? Reused { get; init; }

    /// <summary>The cost in this form.</summary>
    internal static Usage Of(ProbeUsage usage) =>
        new(usage.Requests, usage.Bytes, usage.Milliseconds) { Reused = usage.Reused ? true : null };
}
