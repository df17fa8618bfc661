using MediaInfo.Api.Alibaba.Ims.Templates.Wire;
using MediaInfo.Api.Alibaba.Rpc;
using MediaInfo.Core.Templates;

namespace MediaInfo.Api.Alibaba.Ims.Templates;

/// <summary>Maps templates, and why they did not change, to responses.</summary>
internal static class TemplateMapper
{
    private const string Status = "Normal";

    /// <summary>A template of an account, or one of the service as its default.</summary>
    public static CustomTemplate Custom(Template template) => new()
    {
        TemplateId = template.Id,
        TemplateName = template.Name,
        Type = TemplateTypes.Of(template.Kind),
        TypeName = TemplateTypes.NameOf(template.Kind),
        Subtype = TemplateTypes.SubtypeOf(template.Kind),
        SubtypeName = TemplateTypes.SubtypeNameOf(template.Kind),
        Status = Status,
        IsDefault = SystemTemplates.Defaults.Contains(template),
        TemplateConfig = template.Config,
        CreateTime = TimeOf(template.CreatedAt),
        ModifiedTime = TimeOf(template.ModifiedAt),
    };

    /// <summary>A template that was just created.</summary>
    /// <param name="template">The template, which has its times.</param>
    public static CreatedTemplate Created(Template template) => new()
    {
        TemplateId = template.Id,
        TemplateName = template.Name,
        Type = TemplateTypes.Of(template.Kind),
        TypeName = TemplateTypes.NameOf(template.Kind),
        Subtype = TemplateTypes.SubtypeNameOf(template.Kind),
        Status = Status,
        IsDefault = false,
        TemplateConfig = template.Config,
        CreateTime = TimeOf(template.CreatedAt)!,
        ModifiedTime = TimeOf(template.ModifiedAt)!,
    };

    /// <summary>A template of the service.</summary>
    public static SystemTemplate System(Template template) => new()
    {
        TemplateId = template.Id,
        TemplateName = template.Name,
        Type = TemplateTypes.Of(template.Kind),
        TypeName = TemplateTypes.NameOf(template.Kind),
        Subtype = TemplateTypes.SubtypeOf(template.Kind),
        SubtypeName = TemplateTypes.SubtypeNameOf(template.Kind),
        Status = Status,
        TemplateConfig = template.Config,
    };

    /// <summary>The error for a problem with a template.</summary>
    public static RpcError ErrorOf(TemplateProblem problem) => problem switch
    {
        TemplateProblem.IsSystem => ImsErrors.SystemTemplate,
        TemplateProblem.TooMany => ImsErrors.TooManyTemplates,
        _ => ImsErrors.NotFound("TemplateId"),
    };

    private static string? TimeOf(DateTimeOffset? at) => at is { } known ? AlibabaText.Time(known) : null;
}
