namespace MediaInfo.Api.Alibaba.Ims.Templates.Wire;

/// <summary>A template of an account, or one of the service as its default. Source: "GetCustomTemplate".</summary>
public sealed record CustomTemplate
{
    /// <summary>The template's id.</summary>
    public required string TemplateId { get; init; }

    /// <summary>Its name.</summary>
    public required string TemplateName { get; init; }

    /// <summary>2 for snapshots, 11 for smart tags.</summary>
    public required int Type { get; init; }

    /// <summary>SnapshotTemplate or SmartTagTemplate.</summary>
    public required string TypeName { get; init; }

    /// <summary>1 for Normal, 2 for Sprite, 3 for WebVtt; absent for covers and smart tags.</summary>
    public int? Subtype { get; init; }

    /// <summary>Normal, Sprite, WebVtt or Cover; absent for smart tags.</summary>
    public string? SubtypeName { get; init; }

    /// <summary>Always "Normal".</summary>
    public required string Status { get; init; }

    /// <summary>Whether it is the service's own, which is meant where a call names none.</summary>
    public required bool IsDefault { get; init; }

    /// <summary>Its settings as JSON text.</summary>
    public required string TemplateConfig { get; init; }

    /// <summary>When it was created: ISO 8601, UTC, whole seconds; absent for one of the service.</summary>
    public string? CreateTime { get; init; }

    /// <summary>When it was last changed, in the same form; absent for one of the service.</summary>
    public string? ModifiedTime { get; init; }
}
