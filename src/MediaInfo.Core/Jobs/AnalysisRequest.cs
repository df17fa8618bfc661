using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Jobs;

/// <summary>A dialect's submit call, parsed and checked.</summary>
/// <param name="Account">The calling account's id.</param>
/// <param name="Dialect">The dialect, such as "mps".</param>
/// <param name="RequestId">The RequestId of the call.</param>
/// <param name="Source">The object to analyse.</param>
/// <param name="SubmittedInput">The input as the caller sent it.</param>
/// <param name="PipelineId">The effective pipeline.</param>
/// <param name="UserData">The caller's own data; null for none.</param>
/// <param name="Synchronous">The caller asked for the result in the answer.</param>
public sealed record AnalysisRequest(
    string Account,
    string Dialect,
    string RequestId,
    ObjectRef Source,
    string SubmittedInput,
    string PipelineId,
    string? UserData,
    bool Synchronous)
{
    /// <summary>The caller's name for the job; null for none.</summary>
    public string? Name { get; init; }

    /// <summary>The project of the account; null where the dialect knows none.</summary>
    public string? Project { get; init; }

    /// <summary>Whether the job's id is one of those that can be written as a number (<see cref="JobNumber"/>).</summary>
    public bool IsNumbered { get; init; }

    /// <summary>Whether to compute the object's MD5; null does as the service is set.</summary>
    public bool? Digest { get; init; }

    /// <summary>Whether to read every packet; null does as the service is set.</summary>
    public bool? Packets { get; init; }

    /// <summary>1 to 10, higher first.</summary>
    public int Priority { get; init; } = AnalysisJob.DefaultPriority;
}
