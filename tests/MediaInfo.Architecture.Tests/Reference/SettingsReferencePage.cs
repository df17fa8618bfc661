namespace MediaInfo.Architecture.Tests.Reference;

/// <summary>The page of all settings.</summary>
internal sealed record SettingsReferencePage() : ReferencePage("settings", "Settings")
{
    private const string Ignored = "Ignored";

    /// <inheritdoc />
    protected override void Write(MarkdownText text)
    {
        text.Line("[settings.md](../settings.md) says how settings are written, and explains those that depend on each other.");
        foreach (var (section, record) in Settings.Sections.OrderBy(section => section.Key, StringComparer.Ordinal))
        {
            text.Line($"## {section}");
            text.Line(DocComments.Of(record).Replace($" Section \"{section}\".", "", StringComparison.Ordinal));
            text.Line(DocComments.Of(record, "remarks"));
            text.Table(
                ["setting", "type", "default", "allowed", "meaning", "when ignored"],
                Settings.All.Values
                    .Where(setting => setting.Record == record)
                    .Select(setting => Row(setting)));
        }
    }

    private static string[] Row(Setting setting) =>
    [
        MarkdownText.Code(setting.Name),
        setting.TypeInWords,
        setting.DefaultInWords,
        setting.AllowedInWords,
        DocComments.Of(setting.Property),
        DocComments.Sentence(DocComments.Of(setting.Property, "remarks"), Ignored) is { Length: > 0 } when ? when : "never",
    ];
}
