using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using MediaInfo.TestSupport;

namespace MediaInfo.Architecture.Tests;

public sealed partial class LimitsPageTests
{
    private const string HostJson = "host.json: ";
    private const string MainBicep = "main.bicep: ";
    private const int Columns = 5;

    // The rows of the one table, by the setting of the limit. Limits in parentheses are set by others.
    private static readonly ILookup<string, string[]> Rows = new Page("docs/limits.md").Rows
        .Where(row => row.Length == Columns && (row[3].StartsWith('`') || row[3].StartsWith('(')))
        .ToLookup(row => row[3].Trim('`'), StringComparer.Ordinal);

    private static readonly Dictionary<string, Quantity> Host = ReadHost("host.json");

    public static TheoryData<string> Sources =>
        [.. Rows.Select(row => row.Key).Where(source => !source.StartsWith('(')).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Sources))]
    public void The_table_has_the_actual_values(string source)
    {
        var row = Assert.Single(Rows[source]);
        var set = ValuesOf(source);

        Assert.True(set.Count > 0, $"docs/limits.md names `{source}`, which sets nothing");
        var said = row[2].Split(", ").Select(Quantity.Parse).ToList();
        Assert.True(
            said.Count == set.Count && said.Zip(set).All(pair => pair.First is { } quantity && quantity.Means(pair.Second)),
            $"`{source}` is {string.Join(", ", set)}, not {row[2]}");
    }

    [Fact]
    public void The_table_has_every_limit_in_the_options() =>
        Strays.None(Settings.All.Where(pair => pair.Value.IsLimit).Select(pair => pair.Key).Where(name => !Rows.Contains(name)));

    [Fact]
    public void The_table_has_every_time_and_number_in_host_json() =>
        Strays.None(Host.Keys.Where(path => !Rows.Contains(HostJson + path)));

    [Fact]
    public void The_table_has_every_time_constant_of_the_sources() =>
        Strays.None(SourceConstant.Times.Where(name => !Rows.Contains(name)));

    [Fact]
    public void The_host_has_the_same_limits_with_the_other_durable_backend()
    {
        var other = ReadHost("host.durable-task-scheduler.json");

        Assert.NotEmpty(other);
        Strays.None(other.Except(Host).Select(limit => limit.Key));
    }

    [Fact]
    public void Every_row_says_what_happens_at_the_limit() =>
        Strays.None(Rows.SelectMany(rows => rows).Where(row => row.Contains("", StringComparer.Ordinal)).Select(row => row[1]));

    [Theory]
    [InlineData("Turn.Unlisted", "20 min")]
    [InlineData("Turn.Limits: MaxDeliveries", "10")]
    [InlineData("NonceMemory.Retention", "30 min")]
    [InlineData("DurableAnalysisSteps.Retried: maxNumberOfAttempts", "8")]
    [InlineData("HttpOptions.MaxRequestLineBytes", "32 KiB")]
    [InlineData("JobQuery.MaxNames", "20,000")]
    public void Every_kind_of_constant_is_found(string name, string words) =>
        Assert.Equal(Quantity.Parse(words), Assert.Single(SourceConstant.Find(name)));

    [Theory]
    [InlineData("Turn.Nothing")]
    [InlineData("Nothing.Unlisted")]
    [InlineData("DurableAnalysisSteps.Retried: nothing")]
    public void A_missing_constant_is_not_found(string name) => Assert.Empty(SourceConstant.Find(name));

    private static IReadOnlyList<Quantity> ValuesOf(string source) =>
        source.StartsWith(HostJson, StringComparison.Ordinal)
            ? Host.TryGetValue(source[HostJson.Length..], out var set) ? [set] : []
        : source.StartsWith(MainBicep, StringComparison.Ordinal) ? DaysOf(source[MainBicep.Length..])
        : source.Contains('.', StringComparison.Ordinal) ? SourceConstant.Find(source)
        : Settings.All.TryGetValue(source, out var setting) ? [Quantity.Of(setting.Default!)] : [];

    private static List<Quantity> DaysOf(string parameter) =>
    [
        .. BicepDays().Matches(File.ReadAllText(RepositoryRoot.Combine("infra", "main.bicep")))
            .Where(match => string.Equals(match.Groups["name"].Value, parameter, StringComparison.Ordinal))
            .Select(match => Quantity.Of(int.Parse(match.Groups["days"].Value, CultureInfo.InvariantCulture))),
    ];

    private static Dictionary<string, Quantity> ReadHost(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(RepositoryRoot.Combine(file)));
        return Limits("", json.RootElement).ToDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<KeyValuePair<string, Quantity>> Limits(string path, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object =>
            value.EnumerateObject().SelectMany(member => Limits($"{path}.{member.Name}".TrimStart('.'), member.Value)),
        JsonValueKind.Number => [new(path, Quantity.Of(value.GetDouble()))],
        JsonValueKind.String when TimeSpan.TryParse(value.GetString(), CultureInfo.InvariantCulture, out var time) =>
            [new(path, Quantity.Of(time))],
        _ => [],
    };

    [GeneratedRegex(
        @"^param (?<name>\w+Days) int = (?<days>[0-9]+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex BicepDays();
}
