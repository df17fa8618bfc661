namespace MediaInfo.Core.Pipelines;

/// <summary>A queue for an account's jobs: whether they run, and where their completion messages go.</summary>
public sealed record Pipeline
{
    /// <summary>The id: 32 lower-case hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>A display name; need not be unique.</summary>
    public required string Name { get; init; }

    /// <summary>The state, which determines whether jobs start.</summary>
    public required PipelineState State { get; init; }

    /// <summary>When the pipeline was created, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The vendor's pipeline type, such as "Standard". Stored and returned; has no effect.</summary>
    public required string Speed { get; init; }

    /// <summary>The vendor's level within the type, 1 to 3; null if none was given. Stored and returned; has no effect.</summary>
    public int? SpeedLevel { get; init; }

    /// <summary>The vendor's role name; null if none was given. Stored and returned; has no effect.</summary>
    public string? Role { get; init; }

    /// <summary>The target of completion messages; null if none are wanted.</summary>
    public NotifyTarget? Notify { get; init; }
}
