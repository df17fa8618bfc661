using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using MediaInfo.AzureStorage;
using MediaInfo.Core.Configuration;
using MediaInfo.TestSupport;
using Microsoft.Extensions.Configuration;

namespace MediaInfo.Architecture.Tests;

public sealed partial class SettingsTests
{
    private const string Prefix = SettingsServiceCollectionExtensions.Root + "__";

    private static readonly Dictionary<string, string?> Sample = ReadSample();

    public static TheoryData<string> SectionNames => [.. Settings.Sections.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_settings_record_is_bound_to_one_section()
    {
        Assert.Equal(
            Settings.Records.Keys.Order(StringComparer.Ordinal),
            Settings.Sections.Values.Select(type => type.Name).Order(StringComparer.Ordinal));
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "Accounts",
                "Objects",
                "Probe",
                "Analysis",
                "Gateway",
                "Worker",
                "Turns",
                "Storage",
            },
            Settings.Sections.Keys.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void Settings_at_every_depth_are_found()
    {
        Assert.Contains("Probe:TimeLimit", Settings.All.Keys);
        Assert.Contains("Accounts:List:N:Keys:M:Allow:K", Settings.All.Keys);
        Assert.Contains("Objects:Buckets:N", Settings.All.Keys);
        Assert.DoesNotContain("Worker:EffectiveConcurrency", Settings.All.Keys);
    }

    [Fact]
    public void Every_name_in_the_sample_is_a_setting()
    {
        var names = Sample.Keys.Where(name => name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)).ToList();

        Assert.NotEmpty(names);
        Strays.None(names.Where(name => !LeadsToSetting(name)));
    }

    [Fact]
    public void Every_name_in_the_sample_for_containers_is_a_setting()
    {
        // A line that is commented out has no space after its #.
        var names = File.ReadLines(RepositoryRoot.Combine("settings.sample.env"))
            .Where(line => line.Contains('=', StringComparison.Ordinal) && !line.StartsWith("# ", StringComparison.Ordinal))
            .Select(line => line.TrimStart('#').Split('=')[0])
            .ToList();

        Assert.Contains("MediaInfo__Accounts__List__0__Keys__0__Secret", names);
        Strays.None(names.Where(name => !LeadsToSetting(name)).Except(["AzureWebJobsStorage"], StringComparer.Ordinal));
    }

    [Fact]
    public void Every_name_that_the_deployment_sets_is_a_setting()
    {
        var names = DeployedNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToList();

        Assert.Contains("MediaInfo__Accounts__List__0__Keys__0__Secret", names);
        Assert.Contains("MediaInfo__Objects__Locations__0", names);
        Strays.None(names.Where(name => !LeadsToSetting(name)));
    }

    [Fact]
    public void The_deployments_settings_are_enough_to_start()
    {
        // The actual values in Bicep do not matter here, only that there is one. Each kind of setting gets a suitable value.
        var settings = new ConfigurationBuilder().AddInMemoryCollection(DeployedNames().ToDictionary(
            name => name.Replace("__", ":", StringComparison.Ordinal),
            name => name.EndsWith("Uri", StringComparison.Ordinal) ? (string?)"https://example.com"
                : name.EndsWith("Bytes", StringComparison.Ordinal) ? "268435456"
                : name.EndsWith("Concurrency", StringComparison.Ordinal) ? "2"
                : name.EndsWith("AtOnce", StringComparison.Ordinal) ? "2"
                : name.EndsWith("Enabled", StringComparison.Ordinal) ? "true"
                : "value",
            StringComparer.Ordinal)).Build();

        foreach (var (section, type) in Settings.Sections.Where(section => section.Value != typeof(AzureStorageOptions)))
        {
            var bound = settings.GetSection($"{SettingsServiceCollectionExtensions.Root}:{section}")
                .Get(type, binding => binding.ErrorOnUnknownConfiguration = true) ?? Activator.CreateInstance(type)!;
            Strays.None(new SettingsGroup(section, (ISettings)bound).Problems());
        }

        var storage = AzureStorageOptions.From(settings);
        Strays.None(storage.Problems());
        Assert.Equal("value", storage.ClientId);
        Assert.NotNull(storage.MediaBlobServiceUri);
    }

    [Fact]
    public void The_deployment_and_the_sample_set_what_every_app_needs()
    {
        var needed = Sample.Keys.Where(
            name => name.StartsWith("MediaInfo__Accounts__List__0__", StringComparison.Ordinal) && !IsFurther(name))
            .Append("MediaInfo__Objects__Locations__0")
            .Append("AzureWebJobsDisableHomepage");

        Strays.None(needed.Except(DeployedNames(), StringComparer.Ordinal));
    }

    // A second key, tokens besides keys, and what an account needs only if there are several. Users add these to the deployment.
    private static bool IsFurther(string name) =>
        Array.Exists(
            ["__Keys__1__", "__Tokens__", "__Buckets__", "__Queues__"], part => name.Contains(part, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(SectionNames))]
    public void The_sample_is_bound_and_valid(string section)
    {
        var type = Settings.Sections[section];
        var group = Configuration().GetSection($"{SettingsServiceCollectionExtensions.Root}:{section}")
            .Get(type, binding => binding.ErrorOnUnknownConfiguration = true);
        var settings = type == typeof(AzureStorageOptions)
            ? AzureStorageOptions.From(Configuration())
            : group ?? Activator.CreateInstance(type)!;

        Strays.None(new SettingsGroup(section, (ISettings)settings).Problems());
    }

    [Theory]
    [InlineData("MediaInfo__Nothing__Concurrency", false)]
    [InlineData("MediaInfo__Worker__Nothing", false)]
    [InlineData("MediaInfo__Worker__EffectiveConcurrency", false)]
    [InlineData("MediaInfo__Worker", false)]
    [InlineData("MediaInfo__Accounts__List__x__Id", false)]
    [InlineData("MediaInfo__Accounts__List__0", false)]
    [InlineData("MediaInfo__Accounts__List__0__Id", true)]
    [InlineData("MediaInfo__Worker__Concurrency", true)]
    [InlineData("MediaInfo__Storage__AccountName", true)]
    [InlineData("MediaInfo__Storage__Local__Directory", true)]
    [InlineData("MediaInfo__Storage__Local__Nothing", false)]
    [InlineData("MediaInfo__Turns__GuestConcurrency", true)]
    public void An_unknown_name_is_detected(string name, bool leads) => Assert.Equal(leads, LeadsToSetting(name));

    // The Bicep files follow this pattern: a setting is a member of an object, or a lambda's string with the index in it.
    private static List<string> DeployedNames() => Directory
        .EnumerateFiles(RepositoryRoot.Combine("infra"), "*.bicep", SearchOption.AllDirectories)
        .SelectMany(path => DeployedName().Matches(File.ReadAllText(path)))
        .Select(match => match.Groups["name"].Value.Replace("${i}", "0", StringComparison.Ordinal))
        .Distinct(StringComparer.Ordinal)
        .ToList();

    private static bool LeadsToSetting(string name)
    {
        // A section may lie within another; the longest one counts.
        var parts = name.Split("__");
        var depth = Enumerable.Range(2, Math.Max(0, parts.Length - 2)).LastOrDefault(
            count => Settings.Sections.ContainsKey(string.Join(':', parts[1..count])));
        if (depth == 0)
        {
            return false;
        }

        var type = Settings.Sections[string.Join(':', parts[1..depth])];
        foreach (var part in parts[depth..])
        {
            if (Next(type, part) is not { } next)
            {
                return false;
            }

            type = next;
        }

        return Settings.IsValue(type);
    }

    private static Type? Next(Type type, string part)
    {
        if (Settings.ItemOf(type) is { } item)
        {
            return int.TryParse(part, CultureInfo.InvariantCulture, out _) ? item : null;
        }

        var property = Settings.IsValue(type) ? null : type.GetProperty(part, BindingFlags.Public | BindingFlags.Instance);
        return property is { CanWrite: true } ? Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType : null;
    }

    private static IConfigurationRoot Configuration() => new ConfigurationBuilder()
        .AddInMemoryCollection(Sample.ToDictionary(
            pair => pair.Key.Replace("__", ":", StringComparison.Ordinal), pair => pair.Value, StringComparer.Ordinal))
        .Build();

    private static Dictionary<string, string?> ReadSample()
    {
        var lenient = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        using var json = JsonDocument.Parse(File.ReadAllText(RepositoryRoot.Combine("local.settings.sample.json")), lenient);
        return json.RootElement.GetProperty("Values").EnumerateObject()
            .ToDictionary(value => value.Name, value => (string?)value.Value.ToString(), StringComparer.Ordinal);
    }

    [GeneratedRegex(
        @"^\s*(i => ')?(?<name>(MediaInfo__|AzureWebJobs)(\w|\$\{i\})+)('|:)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex DeployedName();
}
