namespace MediaInfo.Api.Alibaba.Ims.Templates.Wire;

/// <summary>A template of the service. Source: "GetSystemTemplate".</summary>
public sealed record SystemTemplate
{
    /// <summary>The template's id, which never changes.</summary>
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

    /// <summary>Its settings as JSON text.</summary>
    public required string TemplateConfig { get; init; }
}
