namespace MediaInfo.Architecture.Tests.Reference;

/// <summary>The page of one API.</summary>
/// <param name="Name">Its file's name without ".md".</param>
/// <param name="Title">Its heading.</param>
/// <param name="Types">Its types.</param>
/// <param name="Catalogue">Its error catalogue.</param>
internal sealed record ApiPage(string Name, string Title, IReadOnlyList<WireType> Types, ErrorCatalogue Catalogue)
    : ReferencePage(Name, Title)
{
    /// <summary>The page in docs that explains the API.</summary>
    public string Explained { get; init; } = $"{Name}.md";

    /// <summary>Its actions.</summary>
    public IReadOnlyList<ListedAction> Actions { get; init; } = [];

    /// <summary>The classes that read the parameters of every call.</summary>
    public IReadOnlyList<Type> Readers { get; init; } = [];

    /// <summary>The folders of golden files that show its types, below the tests.</summary>
    public IReadOnlyList<string> Golden { get; init; } = [];

    /// <summary>Whether its jobs may write their result to a bucket.</summary>
    public bool WritesResults { get; init; }

    /// <summary>The parameters and headers of every call.</summary>
    public IReadOnlyList<RequestParameter> Common => [.. Readers.SelectMany(DocComments.ParametersOf)];

    private GoldenExamples Examples => field ??= new GoldenExamples(Types, Golden);

    /// <summary>Whether a golden file shows the type.</summary>
    public bool Shows(string type) =>
        Types.Any(known => Examples.Has(known.Info.Type) && string.Equals(known.Name, type, StringComparison.Ordinal));

    /// <summary>The example of a member; empty if it has none.</summary>
    public string ExampleOf(WireType type, WireMember member) =>
        Examples.Of(type, member) is { Length: > 0 } golden ? golden : member.Example;

    /// <inheritdoc />
    protected override void Write(MarkdownText text)
    {
        text.Line($"[{Explained}](../{Explained}) explains the behaviour.");
        if (Common.Count > 0)
        {
            text.Line("## Every call");
            WriteParameters(text, Common);
        }

        WriteActions(text);
        WriteTypes(text);
        WriteErrors(text);
    }

    private static void WriteParameters(MarkdownText text, IEnumerable<RequestParameter> parameters) => text.Table(
        ["parameter", "meaning", "if absent", "example"],
        parameters.Select(parameter => new[]
        {
            MarkdownText.Code(parameter.Name),
            parameter.Meaning,
            parameter.IsRequired ? "**required**" : parameter.Otherwise,
            MarkdownText.Code(parameter.Example),
        }));

    private void WriteActions(MarkdownText text)
    {
        text.Line(Actions.Count > 0 ? "## Actions" : "");
        foreach (var action in Actions)
        {
            text.Line($"### {action.Name}");
            text.Line(DocComments.Of(action.Type).Replace($"{action.Name}: ", "", StringComparison.Ordinal));
            text.Line(DocComments.Of(action.Type, "remarks"));
            WriteParameters(text, action.Parameters);
            var answer = action.Answer is { Length: > 0 } type ? $"[{type}](#{type.ToLowerInvariant()})" : "204 without a body";
            text.Line($"Permission: `{action.Permission}`.{(action.IsOfMns ? "" : $" Answer: {answer}.")}");
        }
    }

    private void WriteTypes(MarkdownText text)
    {
        text.Line(Types.Count > 0 ? "## Types" : "");
        foreach (var type in Types)
        {
            text.Line($"### {type.Name}");
            text.Line(DocComments.Of(type.Info.Type));
            var from = Actions.Where(action => string.Equals(action.Answer, type.Name, StringComparison.Ordinal))
                .Select(action => $"[{action.Name}](#{action.Name.ToLowerInvariant()})")
                .ToList();
            text.Line(from.Count > 0 ? $"Source: {string.Join(", ", from)}." : "");
            text.Table(
                ["member", "type", "meaning, unit", "absent", "example"],
                type.Members.Select(member => new[]
                {
                    MarkdownText.Code(member.Name),
                    member.TypeIn(Types),
                    member.Meaning,
                    member.Absent,
                    MarkdownText.Code(ExampleOf(type, member)),
                }));
        }
    }

    private void WriteErrors(MarkdownText text)
    {
        text.Line("## Errors");
        var hasReasons = Catalogue.Errors.Any(error => error.Reason.Length > 0);
        string[] columns = ["HTTP", "code", "when", "what to do", "message", "reason"];
        var shown = hasReasons ? columns.Length : columns.Length - 1;
        text.Table(
            columns[..shown],
            Catalogue.Errors.Select(error => new[]
            {
                error.Status,
                MarkdownText.Code(error.Code),
                $"{error.When}{Such(error)}",
                error.Remedy,
                MarkdownText.Code(error.Message),
                error.Reason,
            }[..shown]));
        var failures = Catalogue.FailuresOf(WritesResults).ToList();
        text.Line(failures.Count > 0 ? "## Failed jobs" : "");
        text.Table(
            ["code", "when", "what to do", "message"],
            failures.Select(error => new[]
            {
                MarkdownText.Code(error.Code), error.When, error.Remedy, MarkdownText.Code(error.Message),
            }));
    }

    // The codes that name a parameter, spelled out: readers search for the code that they got.
    private string Such(ListedError error)
    {
        var codes = Common.Where(parameter => parameter.IsRequired).Select(parameter => CodeOf(error, parameter));
        return error.Code.Contains("{parameter}", StringComparison.Ordinal)
            ? $" The gateway's own: {string.Join(", ", codes)}."
            : "";
    }

    private static string CodeOf(ListedError error, RequestParameter parameter) =>
        MarkdownText.Code(error.Code.Replace("{parameter}", parameter.Name, StringComparison.Ordinal));
}
