using System.Text.RegularExpressions;

namespace MediaInfo.Architecture.Tests;

/// <summary>The parameters that the comments of the APIs declare are those that their code reads.</summary>
public sealed partial class ParameterTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly IReadOnlyDictionary<string, string> Sources = Repository.Sources
        .Where(path => Repository.NameOf(path).StartsWith("src/MediaInfo.Api/", StringComparison.Ordinal))
        .ToDictionary(Repository.NameOf, File.ReadAllText, StringComparer.Ordinal);

    // Gateway and signatures read these for every action.
    private static readonly HashSet<string> OfEveryCall = Sources
        .Where(source => source.Key.Contains("/Rpc/", StringComparison.Ordinal)
            || source.Key.Contains("/Signing/", StringComparison.Ordinal))
        .SelectMany(source => DeclaredIn(source.Value))
        .ToHashSet(StringComparer.Ordinal);

    [Fact]
    public void Every_parameter_that_a_class_reads_is_declared_in_its_comment() => Strays.None(
        from source in Sources
        from name in ReadIn(source.Value).Except(DeclaredIn(source.Value), StringComparer.Ordinal)
        where !OfEveryCall.Contains(name)
        select $"{source.Key} reads {name}: declare it in the comment of the class, as <parameter name=\"{name}\" "
            + "required=\"true\" example=\"…\">meaning, unit, bounds</parameter>, with otherwise=\"…\" in place of required if it "
            + "may be absent");

    [Fact]
    public void Every_declared_parameter_is_read() => Strays.None(
        from source in Sources
        from name in DeclaredIn(source.Value)
        let code = Comment().Replace(source.Value, "")
        where !code.Contains($"\"{name}\"", StringComparison.OrdinalIgnoreCase)
            && !Sources.Values.Any(other => Regex.IsMatch(
                other, $"const string \\w+ = \"{name}\";", RegexOptions.IgnoreCase, Patience))
            && !HeaderReaders.Contains(name)
        select $"{source.Key} declares {name}, which its code does not read");

    [Theory]
    [InlineData("call.Parameters[\"Name\"]")]
    [InlineData("private const string Id = \"Name\"; call.Parameters[Id]")]
    [InlineData("parameters.Text(\"Name\", 1)")]
    [InlineData("parameters.Flag(\"Name\")")]
    [InlineData("List(call, \"Name\")")]
    [InlineData("call.Query.List(\"Name\")")]
    [InlineData("ValueOf(call, \"Name\")")]
    [InlineData("ObjectParameter.TryRead(call.Parameters, \"Name\", out var value)")]
    public void Every_way_to_read_a_parameter_is_recognized(string code) => Assert.Equal(["Name"], ReadIn(code));

    // Read by a name that is put together, by ASP.NET Core, or from its place in the path.
    private static readonly string[] HeaderReaders =
    [
        "x-acs-action", "x-acs-version", "Authorization", "Content-MD5", "QueueName", "TopicName", "SubscriptionName",
        "project_id",
    ];

    private static IEnumerable<string> DeclaredIn(string source) =>
        Declared().Matches(source).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> ReadIn(string source) => Read().Matches(Comment().Replace(source, ""))
        .Select(match => match.Groups["constant"] is { Success: true, Value: var constant }
            ? Regex.Match(source, $"const string {constant} = \"(?<name>[^\"]+)\"", RegexOptions.ExplicitCapture, Patience)
                .Groups["name"].Value
            : match.Groups["name"].Value)
        .Where(name => name.Length > 0)
        .Distinct(StringComparer.Ordinal);

    [GeneratedRegex("""<parameter name="(?<name>[^"]+)""", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Declared();

    [GeneratedRegex("^ *///.*$", RegexOptions.Multiline, 10_000)]
    private static partial Regex Comment();

    [GeneratedRegex(
        """(\b[pP]arameters(\[|\.(Text|Flag|Number|Time|List|JsonObject)\()|List\(call, |Query\.(List|TryGet)\(|ValueOf\(call, |TryRead\(call\.Parameters, )("(?<name>[^"]+)"|(?<constant>[A-Z]\w+))""",
        RegexOptions.ExplicitCapture,
        10_000)]
    private static partial Regex Read();
}
