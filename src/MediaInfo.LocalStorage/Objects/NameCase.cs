namespace MediaInfo.LocalStorage.Objects;

/// <summary>Tells whether names on disk are written exactly as asked for, where the file system ignores case.</summary>
internal static class NameCase
{
    /// <summary>Whether each name is the real one. Costs one look at the disk for each name with letters.</summary>
    /// <param name="folder">The folder of the first name.</param>
    /// <param name="names">The names of existing folders and of the file, outermost first.</param>
    public static bool IsReal(string folder, IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            // In a folder that tells case apart, the other spelling is usually missing, and otherwise another entry.
            if (Path.Exists(Path.Combine(folder, Swapped(name))) && !HasEntry(folder, name))
            {
                return false;
            }

            folder = Path.Combine(folder, name);
        }

        return true;
    }

    private static bool HasEntry(string folder, string name)
    {
        foreach (var entry in Directory.EnumerateFileSystemEntries(folder))
        {
            if (Path.GetFileName(entry.AsSpan()).SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }

    private static string Swapped(string name) => string.Create(name.Length, name, static (swapped, name) =>
    {
        for (var i = 0; i < name.Length; i++)
        {
            swapped[i] = char.IsLower(name[i]) ? char.ToUpperInvariant(name[i]) : char.ToLowerInvariant(name[i]);
        }
    });
}
