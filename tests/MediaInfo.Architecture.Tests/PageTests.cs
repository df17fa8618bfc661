using System.Text.RegularExpressions;
using MediaInfo.TestSupport;

namespace MediaInfo.Architecture.Tests;

public sealed partial class PageTests
{
    private const int LongestReadme = 100;

    // Created by builds, runs and tests, so not in the repository.
    private static readonly string[] Made = ["artifacts/", "node_modules/", ".data", "local.settings.json"];

    // Phrases that made these pages hard to read, and pronouns that a program must not have.
    private static readonly string[] Unwanted =
    [
        "he", "his", "him", "are dear", "worth to", "at the begin", "so long a", "be it by", "be it that", "made good",
        "is no public", "of its own accord", "which are others than", "gone on with", "takes no notice of", "nobody but",
        "the way of a",
    ];

    private static readonly HashSet<string> FileNames =
        Repository.Texts.Select(path => Path.GetFileName(path)).ToHashSet(StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Page.All.Select(page => page.Name).Order(StringComparer.Ordinal)];

    [Fact]
    public void The_readme_is_short() => Assert.InRange(new Page("README.md").Lines.Count, 1, LongestReadme);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_path_on_a_page_exists(string name)
    {
        var lines = new Page(name).Lines;
        var paths =
            from line in Prose(name)
            from Match code in Code().Matches(line)
            from word in code.Groups["code"].Value.Split(' ')
            where PathOfOurs().IsMatch(word) && !Made.Any(made => word.StartsWith(made, StringComparison.Ordinal))

                // A file that the reader creates from a code block of the page.
                && !lines.Contains($"// {word}", StringComparer.Ordinal)
            select word.TrimEnd('/');

        Strays.None(paths.Where(path => !Exists(path)).Distinct(StringComparer.Ordinal).Select(path => $"{name} names {path}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_link_on_a_page_resolves(string name)
    {
        var links =
            from line in Prose(name)
            from Match link in Link().Matches(line)
            let target = link.Groups["target"].Value
            where !target.Contains("://", StringComparison.Ordinal)
            select target;

        Strays.None(links.Where(target => !Leads(name, target)).Select(target => $"{name} links to {target}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Pages_use_plain_words_and_call_no_program_he(string name)
    {
        var strays =
            from line in Prose(name)
            from word in Unwanted
            where Regex.IsMatch(line, $@"\b{word}\b", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(10))
            select $"{name}: \"{word}\" in {line.Trim()}";

        Strays.None(strays);
    }

    [Theory]
    [InlineData("src/MediaInfo.Core", true)]
    [InlineData("src/MediaInfo.Core/Nothing", false)]
    [InlineData("JobTransitions.cs", true)]
    [InlineData("Nothing.cs", false)]
    [InlineData("tests/MediaInfo.*.Tests", true)]
    [InlineData("tests/MediaInfo.*.Nothing", false)]
    public void Paths_are_recognized_as_pages_write_them(string path, bool exists)
    {
        Assert.Matches(PathOfOurs(), path);
        Assert.Equal(exists, Exists(path));
    }

    [Theory]
    [InlineData("docs/limits.md", "settings.md", true)]
    [InlineData("docs/limits.md", "reference/settings.md#callbacks", true)]
    [InlineData("docs/limits.md", "settings.md#nothing", false)]
    [InlineData("docs/limits.md", "../README.md#first-request", true)]
    [InlineData("docs/limits.md", "nothing.md", false)]
    [InlineData("docs/limits.md", "#the-table", true)]
    public void Links_to_headings_are_checked(string page, string target, bool leads) =>
        Assert.Equal(leads, Leads(page, target));

    // The lines outside code blocks.
    private static IEnumerable<string> Prose(string page)
    {
        var inCode = false;
        foreach (var line in new Page(page).Lines)
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                inCode = !inCode;
            }
            else if (!inCode)
            {
                yield return line;
            }
        }
    }

    private static bool Exists(string path)
    {
        if (!path.Contains('/', StringComparison.Ordinal))
        {
            return FileNames.Contains(path) || Path.Exists(RepositoryRoot.Combine(path));
        }

        var (folder, name) = (Path.GetDirectoryName(path)!, Path.GetFileName(path));
        return Path.Exists(RepositoryRoot.Combine(folder))
            && Directory.EnumerateFileSystemEntries(RepositoryRoot.Combine(folder), name).Any();
    }

    private static bool Leads(string page, string target)
    {
        var parts = target.Split('#');
        var path = parts[0].Length == 0
            ? RepositoryRoot.Combine(page.Split('/'))
            : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(RepositoryRoot.Combine(page.Split('/')))!, parts[0]));
        return Path.Exists(path)
            && (parts.Length == 1
                || File.ReadLines(path).Any(line => string.Equals(Anchor(line), parts[1], StringComparison.Ordinal)));
    }

    // GitHub's anchors: lower case, no punctuation, hyphens for spaces.
    private static string? Anchor(string line) =>
        line.StartsWith('#') ? NoAnchor().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-') : null;

    [GeneratedRegex("`(?<code>[^`]+)`", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Code();

    // A path under one of our folders, or a file recognized by its extension.
    [GeneratedRegex(
        @"^((src|tests|infra|eng|docs|bench|licences|\.github)/[\w./*-]*|[\w.-]+\.(cs|csproj|sln|mjs|sh|bicep|json|md|yaml|yml))$",
        RegexOptions.ExplicitCapture,
        10_000)]
    private static partial Regex PathOfOurs();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex NoAnchor();
}
