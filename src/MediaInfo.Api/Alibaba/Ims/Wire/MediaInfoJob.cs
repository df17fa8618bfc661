using MediaInfo.Api.Alibaba.Rpc.Wire;

namespace MediaInfo.Api.Alibaba.Ims.Wire;

/// <summary>A job (MediaInfoJobDTO). Source: "SubmitMediaInfoJob", response elements.</summary>
public sealed record MediaInfoJob
{
    /// <summary>The caller's name for it; absent if the submit call had none.</summary>
    public string? Name { get; init; }

    /// <summary>Always "API": there is no console and no workflow here.</summary>
    public required string TriggerSource { get; init; }

    /// <summary>The job's id.</summary>
    public required string JobId { get; init; }

    /// <summary>The input as submitted; absent if an earlier version stored the job in another form.</summary>
    public JobInput? Input { get; init; }

    /// <summary>Whether the submit call did not wait: false for a job of SubmitSyncMediaInfoJob.</summary>
    public required bool Async { get; init; }

    /// <summary>The caller's own data; absent if the submit call had none.</summary>
    public string? UserData { get; init; }

    /// <summary>The pipeline and priority in effect.</summary>
    public required ScheduleConfig ScheduleConfig { get; init; }

    /// <summary>Init, Success or Fail.</summary>
    public required string Status { get; init; }

    /// <summary>Why it failed; otherwise an empty object.</summary>
    public required SubmitResult SubmitResultJson { get; init; }

    /// <summary>Our extension: what reading the object cost; absent until the job has ended.</summary>
    public ReadingCost? ProbeUsage { get; init; }

    /// <summary>The media's properties; absent unless it succeeded.</summary>
    public MediaInfoProperty? MediaInfoProperty { get; init; }

    /// <summary>When it was submitted: ISO 8601, UTC, whole seconds.</summary>
    public required string SubmitTime { get; init; }

    /// <summary>When it ended, in the same form; absent until then.</summary>
    public string? FinishTime { get; init; }

    /// <summary>The RequestId of the submit call.</summary>
    public required string RequestId { get; init; }
}
