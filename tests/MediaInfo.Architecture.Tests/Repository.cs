using MediaInfo.TestSupport;

namespace MediaInfo.Architecture.Tests;

/// <summary>The files of this repository.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = [".git", ".data", ".vs", "artifacts", "bin", "dist", "node_modules", "obj"];

    private static readonly string[] TextFiles =
    [
        ".bicep", ".cs", ".csproj", ".editorconfig", ".gitattributes", ".gitignore", ".json", ".md", ".mjs", ".npmrc", ".props",
        ".sh", ".sln", ".targets", ".tsx", ".txt", ".xml", ".yaml", ".yml", "",
    ];

    /// <summary>The product's projects by name, with the path of each project file.</summary>
    public static IReadOnlyDictionary<string, string> Projects { get; } = Directory
        .GetFiles(RepositoryRoot.Combine("src"), "*.csproj", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetFileNameWithoutExtension(path), StringComparer.Ordinal);

    /// <summary>The C# files of the product.</summary>
    public static IReadOnlyList<string> Sources { get; } =
        [.. FilesBelow(RepositoryRoot.Combine("src")).Where(path => path.EndsWith(".cs", StringComparison.Ordinal))];

    /// <summary>Every text file of this repository.</summary>
    public static IReadOnlyList<string> Texts { get; } =
        [.. FilesBelow(RepositoryRoot.FullPath).Where(
            path => TextFiles.Contains(Path.GetExtension(path), StringComparer.Ordinal))];

    /// <summary>The built assembly of a product project, in the same configuration as these tests.</summary>
    public static string AssemblyOf(string project)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        var path = RepositoryRoot.Combine("artifacts", "bin", project, configuration, $"{project}.dll");
        return File.Exists(path) ? path : throw new FileNotFoundException($"{project} is not built", path);
    }

    /// <summary>A file's path relative to the repository, with slashes.</summary>
    public static string NameOf(string path) => Path.GetRelativePath(RepositoryRoot.FullPath, path).Replace('\\', '/');

    private static IEnumerable<string> FilesBelow(string folder) => Directory.EnumerateFiles(folder).Concat(
        Directory.EnumerateDirectories(folder)
            .Where(below => !NotOurs.Contains(Path.GetFileName(below), StringComparer.Ordinal))
            .SelectMany(FilesBelow));
}
