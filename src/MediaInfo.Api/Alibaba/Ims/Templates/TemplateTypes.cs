using MediaInfo.Core.Templates;

namespace MediaInfo.Api.Alibaba.Ims.Templates;

/// <summary>
/// The product's types and subtypes of templates. Source: "CreateCustomTemplate". No source names the type of smart tags, or a
/// subtype of covers.
/// </summary>
internal static class TemplateTypes
{
    /// <summary>The type of snapshot templates.</summary>
    public const int Snapshot = 2;

    /// <summary>The type of smart tag templates.</summary>
    public const int SmartTag = 11;

    /// <summary>The highest type of the product.</summary>
    public const int Last = 11;

    /// <summary>The type of a kind.</summary>
    public static int Of(TemplateKind kind) => kind == TemplateKind.SmartTag ? SmartTag : Snapshot;

    /// <summary>The name of a kind's type.</summary>
    public static string NameOf(TemplateKind kind) => kind == TemplateKind.SmartTag ? "SmartTagTemplate" : "SnapshotTemplate";

    /// <summary>The subtype of a kind; null if it has none.</summary>
    public static int? SubtypeOf(TemplateKind kind) => kind switch
    {
        TemplateKind.Normal => 1,
        TemplateKind.Sprite => 2,
        TemplateKind.WebVtt => 3,
        _ => null,
    };

    /// <summary>The name of a kind's subtype; null if it has none.</summary>
    public static string? SubtypeNameOf(TemplateKind kind) => kind == TemplateKind.SmartTag ? null : kind.ToString();

    /// <summary>The kind of a type and subtype; null if the service has none such.</summary>
    /// <param name="type">The type.</param>
    /// <param name="subtype">The subtype; null for the type's first one.</param>
    public static TemplateKind? KindOf(long type, long? subtype) => (type, subtype) switch
    {
        (Snapshot, null or 1) => TemplateKind.Normal,
        (Snapshot, 2) => TemplateKind.Sprite,
        (Snapshot, 3) => TemplateKind.WebVtt,
        (SmartTag, null) => TemplateKind.SmartTag,
        _ => null,
    };
}
