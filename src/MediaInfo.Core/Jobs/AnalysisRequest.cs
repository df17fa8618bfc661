using MediaInfo.Core.Jobs.Orders;
using MediaInfo.Core.Objects;

namespace MediaInfo.Core.Jobs;

/// <summary>A dialect's submit request, parsed and validated.</summary>
/// <param name="Account">The calling account's id.</param>
/// <param name="Dialect">The dialect, such as "mps".</param>
/// <param name="RequestId">The RequestId of the submit call.</param>
/// <param name="Source">The object to analyse.</param>
/// <param name="SubmittedInput">The input as the caller sent it.</param>
/// <param name="PipelineId">The effective pipeline.</param>
/// <param name="UserData">The caller's own data; null for none.</param>
/// <param name="Synchronous">Whether the caller requested the result in the response.</param>
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

    /// <summary>The account's project; null if the dialect has none.</summary>
    public string? Project { get; init; }

    /// <summary>
    /// The object's key if the caller encoded it as forms do, with a plus for a space: read if there is no object of the first
    /// key. Null if that is the same key, or the caller does not encode keys.
    /// </summary>
    public string? FormKey { get; init; }

    /// <summary>Whether the job's id must be convertible to a number (<see cref="JobNumber"/>).</summary>
    public bool IsNumbered { get; init; }

    /// <summary>Whether to compute the object's MD5; null uses the service's setting.</summary>
    public bool? Digest { get; init; }

    /// <summary>Whether to read every packet; null uses the service's setting.</summary>
    public bool? Packets { get; init; }

    /// <summary>The pictures to make; none by default.</summary>
    public IReadOnlyList<FrameOrder> Frames { get; init; } = [];

    /// <summary>What to recognise; null for nothing.</summary>
    public TagWork? Tags { get; init; }

    /// <summary>1 to 10; higher starts first.</summary>
    public int Priority { get; init; } = AnalysisJob.DefaultPriority;
}
