namespace MediaInfo.TestSupport;

/// <summary>The folder of this repository, wherever the tests run from.</summary>
public static class RepositoryRoot
{
    private static readonly string[] Marks = ["MediaInfo.Functions.sln", "global.json"];
    private static readonly Lazy<string> Found = new(Find);

    /// <summary>The root's full path.</summary>
    /// <exception cref="DirectoryNotFoundException">The tests do not run from inside this repository.</exception>
    public static string FullPath => Found.Value;

    /// <summary>The full path of a file or folder of the repository, whether or not it exists.</summary>
    /// <param name="parts">The names from the root, such as "tests", "media", "sample.mp4".</param>
    public static string Combine(params string[] parts) => Path.Combine([FullPath, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Marks.Any(mark => File.Exists(Path.Combine(folder.FullName, mark))))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds {string.Join(" or ", Marks)}");
    }
}
