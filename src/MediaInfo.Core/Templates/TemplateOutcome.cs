namespace MediaInfo.Core.Templates;

/// <summary>The outcome of a change: the changed template, or why there is none.</summary>
/// <param name="Template">The template as added, changed or removed; null if nothing changed.</param>
/// <param name="Problem">Why nothing changed; null if something did.</param>
public sealed record TemplateOutcome(Template? Template, TemplateProblem? Problem)
{
    /// <summary>Nothing changed.</summary>
    public static TemplateOutcome Of(TemplateProblem problem) => new(Template: null, problem);

    /// <summary>The template changed.</summary>
    public static TemplateOutcome Of(Template template) => new(template, Problem: null);
}
