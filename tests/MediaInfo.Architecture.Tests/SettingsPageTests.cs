namespace MediaInfo.Architecture.Tests;

public sealed class SettingsPageTests
{
    private const int Columns = 5;

    // The rows whose first cell names a setting: "Section:Name" in backticks.
    private static readonly ILookup<string, string[]> Rows = new Page("docs/settings.md").Rows
        .Where(row => row[0].StartsWith('`') && row[0].Contains(':', StringComparison.Ordinal))
        .ToLookup(row => row[0].Trim('`'), StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Settings.All.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_row_of_the_page_is_an_existing_setting() =>
        Strays.None(Rows.Select(row => row.Key).Except(Settings.All.Keys, StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_page_has_the_default_and_allowed_values_of_each_setting(string name)
    {
        var rows = Rows[name].ToList();
        Assert.True(rows.Count == 1, $"docs/settings.md has {rows.Count} rows for `{name}`");
        var (row, setting) = (rows[0], Settings.All[name]);

        Assert.True(row.Length == Columns && row.All(cell => cell.Length > 0), $"The row for `{name}` lacks a cell");
        Assert.True(setting.HasDefault(row[1]), $"The default of `{name}` is {setting.Default ?? "none"}, not {row[1]}");
        var allowed = setting.Type == typeof(bool) ? "true or false" : setting.Allowed;
        Assert.Equal(allowed ?? row[2], row[2]);
    }

    [Fact]
    public void Settings_at_every_depth_are_found()
    {
        Assert.Contains("Probe:TimeLimit", Settings.All.Keys);
        Assert.Contains("Accounts:List:N:Keys:M:Allow:K", Settings.All.Keys);
        Assert.Contains("Objects:Buckets:N", Settings.All.Keys);
        Assert.DoesNotContain("Worker:EffectiveConcurrency", Settings.All.Keys);
    }

    [Theory]
    [InlineData("60 s", 60, true)]
    [InlineData("1.6 s", 1.6, true)]
    [InlineData("250 ms", 0.25, true)]
    [InlineData("-1 s", -1, true)]
    [InlineData("2 days", 172_800, true)]
    [InlineData("24 MiB", 25_165_824, false)]
    [InlineData("2,000", 2000, false)]
    public void Quantities_are_parsed_as_people_write_them(string words, double amount, bool isTime) =>
        Assert.Equal(new Quantity(amount, isTime), Quantity.Parse(words));

    [Theory]
    [InlineData("")]
    [InlineData("none")]
    [InlineData("60 seconds or so")]
    [InlineData("60 fortnights")]
    public void Other_texts_are_not_quantities(string words) => Assert.Null(Quantity.Parse(words));
}
