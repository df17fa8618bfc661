using MediaInfo.Core.Media.Rules;
using MediaInfo.Probing.Descriptions;

namespace MediaInfo.Architecture.Tests;

/// <summary>The table of rules names every rule, with the file that holds it.</summary>
public sealed class RulesPageTests
{
    private const string Name = "docs/rules.md";

    private static readonly Type[] Rules =
    [
        .. new[] { typeof(HeaderRules).Assembly, typeof(PacketRules).Assembly }.SelectMany(assembly => assembly.GetTypes()).Where(
            type => type is { IsClass: true, IsAbstract: false } && type.GetInterfaces().Any(IsRule)),
    ];

    [Fact]
    public void Every_rule_has_a_row_with_its_file()
    {
        var rows = new Page(Name).Rows.ToLookup(row => row[0].Trim('`'), row => row[^1], StringComparer.Ordinal);
        var files = Repository.Sources.ToLookup(path => Path.GetFileNameWithoutExtension(path), StringComparer.Ordinal);

        Assert.NotEmpty(Rules);
        Strays.None(Rules
            .Where(rule => !files[rule.Name].Select(file => $"`{Repository.NameOf(file)}`").Intersect(rows[rule.Name]).Any())
            .Select(rule => $"{Name} has no row with the file of {rule.Name}"));
    }

    [Fact]
    public void Every_rule_applies() => Assert.Equal(
        Rules.Select(rule => rule.Name).Order(StringComparer.Ordinal),
        new[] { HeaderRules.All.Names, FragmentRules.All.Names, PlaylistRules.All.Names, PacketRules.All.Names }
            .SelectMany(names => names)
            .Order(StringComparer.Ordinal));

    private static bool IsRule(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IMediaRule<>);
}
