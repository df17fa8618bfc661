namespace MediaInfo.Core.Templates;

/// <summary>What a job does, kept under an id. Immutable: a change creates a new version.</summary>
public sealed record Template
{
    /// <summary>The id, unique in the account.</summary>
    public required string Id { get; init; }

    /// <summary>A display name; need not be unique.</summary>
    public required string Name { get; init; }

    /// <summary>What its jobs do.</summary>
    public required TemplateKind Kind { get; init; }

    /// <summary>How they do it, as JSON in the dialect's own form. Opaque to the core.</summary>
    public required string Config { get; init; }

    /// <summary>When it was created, UTC; null for a template of the service, which was there from the start.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was last changed, UTC; null for a template of the service.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }
}
