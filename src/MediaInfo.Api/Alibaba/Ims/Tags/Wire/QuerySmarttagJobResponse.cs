using MediaInfo.Api.Alibaba.Rpc.Wire;

namespace MediaInfo.Api.Alibaba.Ims.Tags.Wire;

/// <summary>The response of QuerySmarttagJob. Source: "QuerySmarttagJob", response elements.</summary>
public sealed record QuerySmarttagJobResponse
{
    /// <summary>The request's id.</summary>
    public required string RequestId { get; init; }

    /// <summary>Submitted, Processing, Success or Fail.</summary>
    public required string JobStatus { get; init; }

    /// <summary>What was found; absent unless the job succeeded.</summary>
    public SmarttagResultList? Results { get; init; }

    /// <summary>What the recognisers worked on; absent unless the job succeeded, and for an object without a duration.</summary>
    public SmarttagUsageList? Usages { get; init; }

    /// <summary>The caller's own data; absent if the submit call had none.</summary>
    public string? UserData { get; init; }

    /// <summary>Our extension: how much is done, in percent; absent before the first is known and after the job's end.</summary>
    public int? Progress { get; init; }

    /// <summary>
    /// Our extension: the <see href="../failures.md">reason's name</see> and what happened; absent unless the job failed.
    /// </summary>
    public string? Reason { get; init; }

    /// <summary>Our extension: what reading the object cost; absent until the job ends.</summary>
    public ReadingCost? ProbeUsage { get; init; }
}
