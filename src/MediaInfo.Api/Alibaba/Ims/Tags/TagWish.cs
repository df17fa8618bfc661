namespace MediaInfo.Api.Alibaba.Ims.Tags;

/// <summary>What a call says about the tags that it wants.</summary>
/// <param name="TemplateParameter">The parameter that names the template, for errors.</param>
/// <param name="TemplateId">The template's id; null for none.</param>
internal sealed record TagWish(string TemplateParameter, string? TemplateId)
{
    /// <summary>A template of the call's own, as JSON; it counts instead of <see cref="TemplateId"/>. Null for none.</summary>
    public string? TemplateConfig { get; init; }

    /// <summary>The parameter of <see cref="Params"/>, for errors.</summary>
    public string ParamsParameter { get; init; } = "Params";

    /// <summary>Additional parameters, as JSON; null for none.</summary>
    public string? Params { get; init; }
}
