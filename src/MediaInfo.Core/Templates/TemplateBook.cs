using System.Diagnostics.CodeAnalysis;

namespace MediaInfo.Core.Templates;

/// <summary>All templates of an account, one document. Immutable: a change creates a new book.</summary>
/// <remarks>One document bounds their number without a counter elsewhere, and makes a list one read.</remarks>
public sealed record TemplateBook
{
    /// <summary>The maximum number of templates per account.</summary>
    public const int MaxTemplates = 200;

    /// <summary>The book of an account without templates.</summary>
    public static TemplateBook Empty { get; } = new();

    /// <summary>
    /// The RequestId of the call that wrote this version: no two calls write the same document. Null if none did.
    /// </summary>
    public string? WrittenBy { get; init; }

    /// <summary>The templates in the order in which they were added.</summary>
    [AllowNull]
    public IReadOnlyList<Template> Templates { get; init => field = value ?? []; } = [];

    /// <summary>The template with the id; null if there is none.</summary>
    public Template? Find(string id) =>
        Templates.FirstOrDefault(template => string.Equals(template.Id, id, StringComparison.Ordinal));

    /// <summary>Adds a template.</summary>
    public (TemplateBook? Next, TemplateOutcome Outcome) Add(Template template) => Templates.Count >= MaxTemplates
        ? (null, TemplateOutcome.Of(TemplateProblem.TooMany))
        : (this with { Templates = [.. Templates, template] }, TemplateOutcome.Of(template));

    /// <summary>Puts a template in the place of the one with its id.</summary>
    public (TemplateBook? Next, TemplateOutcome Outcome) Replace(Template template)
    {
        if (Find(template.Id) is not { } old)
        {
            return (null, TemplateOutcome.Of(TemplateProblem.NotFound));
        }

        return (
            this with { Templates = [.. Templates.Select(known => ReferenceEquals(known, old) ? template : known)] },
            TemplateOutcome.Of(template));
    }

    /// <summary>Removes a template.</summary>
    public (TemplateBook? Next, TemplateOutcome Outcome) Remove(string id) => Find(id) is { } old
        ? (this with { Templates = [.. Templates.Where(template => !ReferenceEquals(template, old))] }, TemplateOutcome.Of(old))
        : (null, TemplateOutcome.Of(TemplateProblem.NotFound));
}
