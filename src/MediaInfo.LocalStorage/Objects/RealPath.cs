namespace MediaInfo.LocalStorage.Objects;

/// <summary>Resolves the links in a path.</summary>
internal static class RealPath
{
    private const int MostLinks = 40;

    /// <summary>The path of an existing folder without any link.</summary>
    /// <exception cref="IOException">The links lead in a circle.</exception>
    public static string Of(string path)
    {
        var resolved = Path.GetFullPath(path);
        for (var links = 0; links < MostLinks; links++)
        {
            if (FirstLink(resolved) is not var (link, rest))
            {
                return resolved;
            }

            var target = new DirectoryInfo(link).LinkTarget!;
            resolved = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(link)!, target, rest));
        }

        throw new IOException($"The links in {path} lead in a circle");
    }

    private static (string Link, string Below)? FirstLink(string path)
    {
        var at = Path.GetPathRoot(path)!;
        foreach (var name in path[at.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            at = Path.Combine(at, name);
            if (new DirectoryInfo(at).LinkTarget is not null)
            {
                return (at, Path.GetRelativePath(at, path) is var rest and not "." ? rest : "");
            }
        }

        return null;
    }
}
