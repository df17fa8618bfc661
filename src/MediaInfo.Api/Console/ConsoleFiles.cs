using System.Resources;

namespace MediaInfo.Api.Console;

/// <summary>The files of the page and the API's description, which are in this assembly.</summary>
/// <remarks>
/// The page is there only if it was built before the assembly: src/MediaInfo.Console makes it. They are read at first use, so
/// that a service without the page does not hold them.
/// </remarks>
public sealed class ConsoleFiles
{
    private const string Folder = "console/";
    private const string DescriptionName = "openapi.json";
    private readonly Lazy<IReadOnlyDictionary<string, ConsoleFile>> _files;
    private readonly Lazy<ConsoleFile> _description;

    /// <summary>The files of this assembly.</summary>
    public ConsoleFiles()
        : this(() => OfAssembly())
    {
    }

    /// <summary>Given files.</summary>
    /// <param name="read">Their contents by path.</param>
    internal ConsoleFiles(Func<IEnumerable<KeyValuePair<string, byte[]>>> read)
    {
        _files = new Lazy<IReadOnlyDictionary<string, ConsoleFile>>(() => read().ToDictionary(
            file => file.Key, file => new ConsoleFile(file.Key, file.Value), StringComparer.Ordinal));
        _description = new Lazy<ConsoleFile>(() => new ConsoleFile(DescriptionName, Read(DescriptionName)));
    }

    /// <summary>The description of the API: OpenAPI 3.1.</summary>
    internal ConsoleFile Description => _description.Value;

    /// <summary>The page; null if it was not built.</summary>
    internal ConsoleFile? Page => Find("index.html");

    /// <summary>A file by its path below the page's address; null if there is none.</summary>
    internal ConsoleFile? Find(string path) => _files.Value.GetValueOrDefault(path);

    // A build on Windows names them with its own separators.
    private static IEnumerable<KeyValuePair<string, byte[]>> OfAssembly() =>
        from name in typeof(ConsoleFiles).Assembly.GetManifestResourceNames()
        let path = name.Replace('\\', '/')
        where path.StartsWith(Folder, StringComparison.Ordinal)
        select KeyValuePair.Create(path[Folder.Length..], Read(name));

    private static byte[] Read(string name)
    {
        using var stream = typeof(ConsoleFiles).Assembly.GetManifestResourceStream(name)
            ?? throw new MissingManifestResourceException(name);
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
