namespace MediaInfo.Core.Pipelines;

/// <summary>A queue of an account's jobs: whether they run, and where their completion messages go.</summary>
public sealed record Pipeline
{
    /// <summary>32 lower-case hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>A name for people, unique or not.</summary>
    public required string Name { get; init; }

    /// <summary>Whether its jobs start.</summary>
    public required PipelineState State { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The vendor's kind of pipeline, such as "Standard". Kept and shown; it changes nothing here.</summary>
    public required string Speed { get; init; }

    /// <summary>The vendor's level of that kind, 1 to 3; null where none was given. Kept and shown; it changes nothing here.</summary>
    public int? SpeedLevel { get; init; }

    /// <summary>The vendor's role name; null where none was given. Kept and shown; it changes nothing here.</summary>
    public string? Role { get; init; }

    /// <summary>Where completion messages go; null where nobody wants them.</summary>
    public NotifyTarget? Notify { get; init; }
}
