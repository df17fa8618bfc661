namespace MediaInfo.Api.Reports.Wire;

/// <summary>A job of any dialect. Source: our own.</summary>
public record JobSummary
{
    /// <summary>The job's id as its own API gave it: of MPC the number.</summary>
    public string JobId { get; init; } = "";

    /// <summary>The API that accepted the job: mps, ims or mpc.</summary>
    public string Dialect { get; init; } = "";

    /// <summary>What the job does: analysis, snapshot or tags.</summary>
    public string Work { get; init; } = "";

    /// <summary>Waiting, Running, Succeeded, Failed or Canceled.</summary>
    public string State { get; init; } = "";

    /// <summary>The object's bucket.</summary>
    public string Bucket { get; init; } = "";

    /// <summary>The object's key, decoded.</summary>
    public string Object { get; init; } = "";

    /// <summary>The caller's name for the job; absent for none.</summary>
    /// <example>holiday</example>
    public string? Name { get; init; }

    /// <summary>The pipeline's id.</summary>
    public string PipelineId { get; init; } = "";

    /// <summary>The priority, 1 to 10; higher starts first.</summary>
    public int Priority { get; init; }

    /// <summary>When the job was accepted: ISO 8601, UTC.</summary>
    public string CreatedAt { get; init; } = "";

    /// <summary>When a worker last started the job: ISO 8601, UTC; absent before that.</summary>
    public string? StartedAt { get; init; }

    /// <summary>When the job ended: ISO 8601, UTC; absent before that.</summary>
    public string? EndedAt { get; init; }

    /// <summary>How much is done, in percent; absent for a job without long steps, or before the first is known.</summary>
    /// <example>40</example>
    public int? Progress { get; init; }

    /// <summary>What reading the object cost; absent before the job ends.</summary>
    public Usage? Usage { get; init; }

    /// <summary>Why the job failed; absent unless it failed.</summary>
    public JobProblem? Failure { get; init; }
}
