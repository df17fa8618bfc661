namespace MediaInfo.Api.Alibaba.Ims.Templates.Wire;

/// <summary>
/// A template that was just created. Source: "CreateCustomTemplate", whose answer has the subtype's name as Subtype.
/// </summary>
public sealed record CreatedTemplate
{
    /// <summary>The template's id.</summary>
    public required string TemplateId { get; init; }

    /// <summary>Its name.</summary>
    public required string TemplateName { get; init; }

    /// <summary>2 for snapshots, 11 for smart tags.</summary>
    public required int Type { get; init; }

    /// <summary>SnapshotTemplate or SmartTagTemplate.</summary>
    public required string TypeName { get; init; }

    /// <summary>Normal, Sprite, WebVtt or Cover; absent for smart tags.</summary>
    public string? Subtype { get; init; }

    /// <summary>Always "Normal".</summary>
    public required string Status { get; init; }

    /// <summary>Always false.</summary>
    public required bool IsDefault { get; init; }

    /// <summary>Its settings as JSON text.</summary>
    public required string TemplateConfig { get; init; }

    /// <summary>When it was created: ISO 8601, UTC, whole seconds.</summary>
    public required string CreateTime { get; init; }

    /// <summary>The same.</summary>
    public required string ModifiedTime { get; init; }
}
