using System.Globalization;
using System.Text.RegularExpressions;
using MediaInfo.TestSupport;

namespace MediaInfo.Architecture.Tests;

/// <summary>No line of C# is longer than .editorconfig allows, unless a single unbreakable string makes it longer.</summary>
public sealed partial class LineLengthTests
{
    private static readonly string[] Folders = ["bench", "src", "tests"];

    private static int Longest { get; } = int.Parse(
        Limit().Match(File.ReadAllText(RepositoryRoot.Combine(".editorconfig"))).Groups["length"].Value,
        CultureInfo.InvariantCulture);

    [Fact]
    public void No_line_is_longer_than_editorconfig_allows() => Strays.None(
        from folder in Folders
        from path in Directory.EnumerateFiles(RepositoryRoot.Combine(folder), "*.cs", SearchOption.AllDirectories)
        let name = Repository.NameOf(path)
        where !name.Split('/').Any(part => part is "bin" or "obj")
        from line in LongLines(File.ReadAllText(path))
        select $"{name}:{line.Number} has {line.Length} characters");

    [Theory]
    [InlineData("        Call(\"a\", \"LONG\");", true)]
    [InlineData("        // LONG", true)]
    [InlineData("        LONG(\"text\");", true)]
    [InlineData("            \"LONG\",", false)]
    [InlineData("            + $\"LONG{more}\\\"\");", false)]
    [InlineData("            ? @\"LONG\"\"\"", false)]
    [InlineData("            \"\"\"{\"a\":\"LONG\"}\"\"\",", false)]
    [InlineData("    [InlineData(\"LONG\")]", false)]
    [InlineData("    [InlineData(\"LONG\", 1)]", true)]
    [InlineData("    var a = \"\"\"\n        LONG\n        \"\"\";", false)]
    [InlineData("    var a = \"\"\"\n        short\n        \"\"\";\n    LONG();", true)]
    public void A_line_can_be_longer_only_because_of_one_unbreakable_string(string source, bool isLong) =>
        Assert.Equal(isLong, LongLines(source.Replace("LONG", new string('x', Longest), StringComparison.Ordinal)).Any());

    private static IEnumerable<(int Number, int Length)> LongLines(string source)
    {
        var lines = source.Split('\n');
        string? end = null;
        for (var number = 0; number < lines.Length; number++)
        {
            var line = lines[number].TrimEnd('\r');
            var isWithinText = end is not null;
            if (end is not null)
            {
                end = line.TrimStart().StartsWith(end, StringComparison.Ordinal) ? null : end;
            }
            else if (line.EndsWith('"') && RawQuotes().Matches(line) is { Count: var count } quotes && count % 2 == 1)
            {
                end = quotes[^1].Value;
            }

            if (line.Length > Longest && !isWithinText && !LoneText().IsMatch(WithoutHoles(line)))
            {
                yield return (number + 1, line.Length);
            }
        }
    }

    // The holes of an interpolated string can contain quotes.
    private static string WithoutHoles(string line)
    {
        for (var length = 0; length != line.Length;)
        {
            length = line.Length;
            line = Hole().Replace(line, "");
        }

        return line;
    }

    [GeneratedRegex(
        @"^max_line_length = (?<length>[0-9]+)\r?$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Limit();

    [GeneratedRegex("\"{3,}", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex RawQuotes();

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Hole();

    // An operator or an attribute's name, one string, and closing characters. A "with" stays on the line.
    [GeneratedRegex(
        """"^\s*([+?:] |\[\w+\()?[$@]*("""((?!""").)*"{3,}|"([^"\\]|\\.|"")*")[)\]},;]*( })?[)\]},;]*( with)?$"""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex LoneText();
}
