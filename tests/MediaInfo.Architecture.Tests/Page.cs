using MediaInfo.TestSupport;

namespace MediaInfo.Architecture.Tests;

/// <summary>A Markdown page of this repository.</summary>
/// <param name="Name">Its path, such as "docs/limits.md".</param>
internal sealed record Page(string Name)
{
    /// <summary>Every page of this repository.</summary>
    public static IReadOnlyList<Page> All { get; } =
    [
        .. Repository.Texts
            .Select(Repository.NameOf)
            .Where(name => name.EndsWith(".md", StringComparison.Ordinal))
            .Select(name => new Page(name)),
    ];

    /// <summary>The page's lines.</summary>
    public IReadOnlyList<string> Lines { get; } = File.ReadAllLines(RepositoryRoot.Combine(Name.Split('/')));

    /// <summary>The cells of every table row of the page, including header and delimiter rows.</summary>
    public IEnumerable<string[]> Rows => Lines
        .Where(line => line.StartsWith('|'))
        .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));
}
